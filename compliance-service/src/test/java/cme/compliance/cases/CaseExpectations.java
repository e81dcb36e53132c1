package cme.compliance.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.assertj.core.api.SoftAssertions;

/// Compares the expectations of a case with a status in the shape of the HTTP API. Fields that a
/// case does not name are free.
///
/// `counted`, `notCounted` and `countedNowhere` are maps from completion to amount or reason and
/// must hold exactly; a reason may be an object that names `of`, `lost` or `usedInDueYear` too, and
/// a completion with several reasons has a list of them, in their order. `absent` lists findings
/// that must not be there.
public final class CaseExpectations {

    private final SoftAssertions softly = new SoftAssertions();
    private final JsonNode status;
    private final UnaryOperator<String> caseIds;

    private CaseExpectations(JsonNode status, UnaryOperator<String> caseIds) {
        this.status = status;
        this.caseIds = caseIds;
    }

    /// @param caseIds from the id of a completion in the status to its id in the case
    public static void check(JsonNode expect, JsonNode status, UnaryOperator<String> caseIds) {
        CaseExpectations expectations = new CaseExpectations(status, caseIds);
        expectations.check(expect);
        expectations.softly.assertAll();
    }

    private void check(JsonNode expect) {
        for (Map.Entry<String, JsonNode> field : expect.properties()) {
            switch (field.getKey()) {
                case "findings" -> field.getValue().forEach(this::finding);
                case "absent" ->
                        field.getValue()
                                .forEach(
                                        absent ->
                                                softly.assertThat(find(absent).isMissingNode())
                                                        .as("absent " + absent)
                                                        .isTrue());
                case "countedNowhere" ->
                        reasons("countedNowhere", field.getValue(), status.get("countedNowhere"));
                default -> value(field.getKey(), field.getValue(), status.get(field.getKey()));
            }
        }
    }

    private void finding(JsonNode expected) {
        JsonNode found = find(expected);
        String name = expected.get("requirement").asText() + " " + expected.get("dueYear") + " ";
        if (found.isMissingNode()) {
            softly.fail(name + "is not among the findings");
            return;
        }
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            JsonNode actual = found.get(field.getKey());
            switch (field.getKey()) {
                case "counted" -> amounts(name + "counted", field.getValue(), actual);
                case "notCounted" -> reasons(name + "notCounted", field.getValue(), actual);
                default -> value(name + field.getKey(), field.getValue(), actual);
            }
        }
    }

    private JsonNode find(JsonNode expected) {
        for (JsonNode finding : status.get("findings")) {
            if (finding.get("requirement").equals(expected.get("requirement"))
                    && finding.get("dueYear").asInt() == expected.get("dueYear").asInt()) {
                return finding;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private void amounts(String name, JsonNode expected, JsonNode actual) {
        Map<String, String> amounts = new TreeMap<>();
        actual.forEach(
                entry ->
                        amounts.put(
                                caseIds.apply(entry.get("completion").asText()),
                                plain(entry.get("amount"))));
        Map<String, String> wanted = new TreeMap<>();
        expected.properties().forEach(field -> wanted.put(field.getKey(), plain(field.getValue())));
        softly.assertThat(amounts).as(name).isEqualTo(wanted);
    }

    private void reasons(String name, JsonNode expected, JsonNode actual) {
        Map<String, List<JsonNode>> entries = new LinkedHashMap<>();
        actual.forEach(
                entry ->
                        entries.computeIfAbsent(
                                        caseIds.apply(entry.get("completion").asText()),
                                        _ -> new ArrayList<>())
                                .add(entry));
        Set<String> wanted = new java.util.TreeSet<>();
        expected.properties().forEach(field -> wanted.add(field.getKey()));
        softly.assertThat(entries.keySet()).as(name).containsExactlyInAnyOrderElementsOf(wanted);
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            String of = name + " " + field.getKey();
            List<JsonNode> found = entries.getOrDefault(field.getKey(), List.of());
            JsonNode reasons = field.getValue();
            int count = reasons.isArray() ? reasons.size() : 1;
            softly.assertThat(found).as(of).hasSize(count);
            for (int i = 0; i < Math.min(count, found.size()); i++) {
                reason(of, reasons.isArray() ? reasons.get(i) : reasons, found.get(i));
            }
        }
    }

    private void reason(String name, JsonNode expected, JsonNode entry) {
        if (expected.isTextual()) {
            value(name, expected, entry.get("reason"));
            return;
        }
        expected.properties()
                .forEach(
                        part ->
                                value(
                                        name + " " + part.getKey(),
                                        part.getValue(),
                                        of(part.getKey(), entry)));
    }

    private JsonNode of(String part, JsonNode entry) {
        JsonNode value = entry.get(part);
        return part.equals("of") && value.isTextual()
                ? com.fasterxml.jackson.databind.node.TextNode.valueOf(
                        caseIds.apply(value.asText()))
                : value;
    }

    private void value(String name, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual != null && actual.isObject()) {
            expected.properties()
                    .forEach(
                            part ->
                                    value(
                                            name + " " + part.getKey(),
                                            part.getValue(),
                                            actual.get(part.getKey())));
            return;
        }
        assertThat(actual).as(name + " in the answer").isNotNull();
        softly.assertThat(plain(actual)).as(name).isEqualTo(plain(expected));
    }

    private static String plain(JsonNode node) {
        return node.isNumber()
                ? node.decimalValue().stripTrailingZeros().toPlainString()
                : node.toString();
    }
}
