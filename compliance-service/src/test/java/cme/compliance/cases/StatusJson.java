package cme.compliance.cases;

import cme.compliance.rules.Amount;
import cme.compliance.rules.Decision;
import cme.compliance.rules.Evidence;
import cme.compliance.rules.Finding;
import cme.compliance.rules.Status;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A status of the rules in the shape of the HTTP API, so that one checker serves both.
public final class StatusJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private StatusJson() {}

    public static JsonNode of(Status status) {
        ObjectNode node = JSON.objectNode();
        node.put("asOf", status.asOf().toString());
        node.put("ruleSet", status.ruleSet().value());
        node.put("ruleSetVersion", status.ruleSetVersion());
        node.putObject("cycle")
                .put("startYear", status.cycle().startYear())
                .put("endYear", status.cycle().endYear())
                .put("year", status.cycle().year());
        node.put("pathway", status.pathway().name());
        node.put("standing", status.standing().name());
        node.put("summary", status.summary());
        node.put("nextDeadline", text(status.nextDeadline()));
        node.put("nextChangeOn", text(status.nextChangeOn()));
        node.putObject("basis")
                .put("completions", status.basis().completions())
                .put("latestRecordedAt", text(status.basis().latestRecordedAt()));
        ArrayNode findings = node.putArray("findings");
        status.findings().forEach(finding -> findings.add(of(finding)));
        ArrayNode nowhere = node.putArray("countedNowhere");
        status.countedNowhere().forEach(entry -> nowhere.add(of(entry)));
        return node;
    }

    private static ObjectNode of(Finding finding) {
        ObjectNode node = JSON.objectNode();
        node.put("requirement", finding.requirement().value());
        node.put("title", finding.title());
        node.put("dueYear", finding.dueYear());
        node.put("deadline", finding.deadline().toString());
        node.putObject("window")
                .put("from", finding.window().from().toString())
                .put("to", finding.window().to().toString());
        node.put("state", finding.state().name());
        node.put("unit", finding.unit().name());
        node.put("required", finding.required().toBigDecimal());
        node.put("earned", finding.earned().toBigDecimal());
        node.put("remaining", finding.remaining().toBigDecimal());
        node.put("metOn", text(finding.metOn()));
        Finding.Late late = finding.late();
        if (late == null) {
            node.putNull("late");
        } else {
            node.putObject("late")
                    .put("credits", late.credits().toBigDecimal())
                    .put("completions", late.completions());
        }
        ArrayNode missing = node.putArray("missing");
        finding.missing().forEach(part -> missing.add(part.name()));
        node.set("decision", of(finding.decision()));
        ArrayNode counted = node.putArray("counted");
        finding.counted()
                .forEach(
                        entry ->
                                counted.add(
                                        evidence(entry)
                                                .put("amount", entry.amount().toBigDecimal())));
        ArrayNode notCounted = node.putArray("notCounted");
        finding.notCounted().forEach(entry -> notCounted.add(of(entry)));
        return node;
    }

    private static JsonNode of(@Nullable Decision decision) {
        if (decision == null) {
            return JSON.nullNode();
        }
        ObjectNode node = JSON.objectNode();
        switch (decision.ruling()) {
            case Decision.Satisfied() -> node.put("decision", "SATISFIED");
            case Decision.Waived() -> node.put("decision", "WAIVED");
            case Decision.Extended(LocalDate until) ->
                    node.put("decision", "EXTENDED").put("until", until.toString());
        }
        return node;
    }

    private static ObjectNode of(Evidence.NotCounted entry) {
        Amount lost = entry.lost();
        return evidence(entry)
                .put("reason", entry.reason().name())
                .put("of", text(entry.of()))
                .put("usedInDueYear", entry.usedInDueYear())
                .put("lost", lost == null ? null : lost.toBigDecimal());
    }

    private static ObjectNode evidence(Evidence entry) {
        return JSON.objectNode()
                .put("completion", entry.completion().value())
                .put("activity", text(entry.activity()))
                .put("title", entry.title())
                .put("session", entry.session())
                .put("completedOn", entry.completedOn().toString());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
