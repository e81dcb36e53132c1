package cme.system.faults;

import cme.compliance.rules.Evidence;
import cme.compliance.rules.Finding;
import cme.compliance.rules.Status;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A status in lines that can be compared, read from an answer or from the rules' own result.
final class StatusText {

    private StatusText() {}

    static List<String> of(Status status) {
        var lines = new ArrayList<String>();
        lines.add("%s: %s".formatted(status.standing(), status.summary()));
        lines.add("next %s %s".formatted(status.nextDeadline(), status.nextChangeOn()));
        lines.add("basis %d".formatted(status.basis().completions()));
        for (var finding : status.findings()) {
            add(lines, finding);
        }
        status.countedNowhere().forEach(one -> lines.add("nowhere " + notCounted(one)));
        return lines;
    }

    private static void add(List<String> lines, Finding finding) {
        lines.add(
                "%s %d %s %s of %s, met %s, missing %s"
                        .formatted(
                                finding.requirement().value(),
                                finding.dueYear(),
                                finding.state(),
                                finding.earned().toBigDecimal(),
                                finding.required().toBigDecimal(),
                                finding.metOn(),
                                finding.missing()));
        finding.counted()
                .forEach(
                        one ->
                                lines.add(
                                        "  counts %s %s"
                                                .formatted(
                                                        one.completion(),
                                                        one.amount().toBigDecimal())));
        finding.notCounted().forEach(one -> lines.add("  not " + notCounted(one)));
    }

    private static String notCounted(Evidence.NotCounted one) {
        return "%s %s %s".formatted(one.completion(), one.reason(), text(one.of()));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "null");
    }

    static List<String> of(JsonNode status) {
        var lines = new ArrayList<String>();
        lines.add("%s: %s".formatted(text(status, "standing"), text(status, "summary")));
        lines.add(
                "next %s %s".formatted(text(status, "nextDeadline"), text(status, "nextChangeOn")));
        lines.add("basis %s".formatted(status.at("/basis/completions").asText()));
        for (var finding : status.path("findings")) {
            add(lines, finding);
        }
        status.path("countedNowhere").forEach(one -> lines.add("nowhere " + notCounted(one)));
        return lines;
    }

    private static void add(List<String> lines, JsonNode finding) {
        lines.add(
                "%s %s %s %s of %s, met %s, missing %s"
                        .formatted(
                                text(finding, "requirement"),
                                text(finding, "dueYear"),
                                text(finding, "state"),
                                amount(finding, "earned"),
                                amount(finding, "required"),
                                text(finding, "metOn"),
                                finding.path("missing")
                                        .valueStream()
                                        .map(JsonNode::asText)
                                        .toList()));
        for (var one : finding.path("counted")) {
            lines.add("  counts %s %s".formatted(text(one, "completion"), amount(one, "amount")));
        }
        finding.path("notCounted").forEach(one -> lines.add("  not " + notCounted(one)));
    }

    private static String notCounted(JsonNode one) {
        return "%s %s %s".formatted(text(one, "completion"), text(one, "reason"), text(one, "of"));
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asText("null");
    }

    private static String amount(JsonNode json, String field) {
        return Content.decimal(json.path(field).asText()).toString();
    }
}
