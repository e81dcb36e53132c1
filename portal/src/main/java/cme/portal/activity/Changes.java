package cme.portal.activity;

import cme.portal.catalog.Activity;
import cme.portal.page.Formats;
import cme.portal.page.Names;
import cme.portal.page.Words;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The revisions of an activity in words.
record Changes(Names names, Formats formats) {
    private static final String NOTHING = "not known";

    /// One revision.
    ///
    /// @param what such as `Approved`
    /// @param who such as `Nov 28, 2026, 4:44 PM ET by board`
    public record Entry(String what, String who, @Nullable String reason, List<Line> lines) {}

    /// One field before and after.
    public record Line(String field, String before, String after) {}

    /// Both versions, for somebody who has seen an older one.
    ///
    /// @param lines what is different now
    public record Stale(String sentence, List<Line> lines) {}

    /// The newest first.
    List<Entry> entries(List<Activity.Revision> revisions) {
        return revisions.stream()
                .map(
                        one ->
                                new Entry(
                                        ActivityWords.occasion(one.occasion()),
                                        formats.instant(one.recordedAt())
                                                + " by "
                                                + ActivityWords.by(one.recordedBy()),
                                        one.reason(),
                                        lines(List.of(one))))
                .toList()
                .reversed();
    }

    /// @param seen the revision that the form began with
    Stale since(int seen, List<Activity.Revision> revisions) {
        List<Activity.Revision> later =
                revisions.stream().filter(one -> one.revision() > seen).toList();
        String who =
                later.isEmpty()
                        ? ""
                        : " by "
                                + ActivityWords.by(later.getLast().recordedBy())
                                + ", "
                                + formats.instant(later.getLast().recordedAt());
        return new Stale(
                "Somebody changed this activity meanwhile%s. Nothing of yours was recorded; what you typed is still in the form. Look at both versions, then send it again."
                        .formatted(who),
                lines(later));
    }

    /// Each field as it was before the first and is after the last of these.
    private List<Line> lines(List<Activity.Revision> revisions) {
        Map<String, Activity.Change> first = new LinkedHashMap<>();
        Map<String, Activity.Change> last = new LinkedHashMap<>();
        for (Activity.Revision revision : revisions) {
            for (Activity.Change change : revision.changes()) {
                first.putIfAbsent(change.field(), change);
                last.put(change.field(), change);
            }
        }
        List<Line> lines = new ArrayList<>();
        first.forEach(
                (field, change) ->
                        lines.add(
                                new Line(
                                        ActivityWords.field(field),
                                        value(field, change.from()),
                                        value(field, last.get(field).to()))));
        return List.copyOf(lines);
    }

    private String value(String field, @Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return NOTHING;
        }
        return switch (field) {
            case "approvals" -> approvals(value);
            case "retirement" ->
                    day(value.path("on").asText()) + ": " + value.path("reason").asText();
            case "cap" ->
                    value.path("group").asText()
                            + ", "
                            + formats.creditsInWords(value.path("credits").decimalValue());
            case "credits", "patientSafetyCredits" -> formats.shortCredits(value.decimalValue());
            case "creditsConfirmed" -> value.asBoolean() ? "yes" : "no";
            case "status" -> Words.activityStatus(value.asText());
            case "type" -> Words.activityType(value.asText());
            case "provider" -> names.provider(value.asText());
            case "oncePer" -> Words.oncePer(value.asText());
            case "creditsPer" -> ActivityWords.creditsPer(value.asText());
            case "offeredFrom", "offeredUntil" -> day(value.asText());
            case "duration" -> ActivityWords.duration(value.asText(), formats);
            default -> value.isValueNode() ? value.asText() : value.toString();
        };
    }

    private String approvals(JsonNode approvals) {
        List<String> each = new ArrayList<>();
        for (JsonNode one : approvals) {
            List<String> procedures = new ArrayList<>();
            one.path("procedures").forEach(code -> procedures.add(names.procedure(code.asText())));
            each.add(
                    Words.purpose(one.path("purpose").asText())
                            + (procedures.isEmpty() ? "" : " (" + Formats.list(procedures) + ")")
                            + " "
                            + span(one));
        }
        return each.isEmpty() ? "none" : String.join("; ", each);
    }

    private String span(JsonNode approval) {
        try {
            JsonNode until = approval.path("until");
            return ActivityWords.span(
                    LocalDate.parse(approval.path("from").asText()),
                    until.isTextual() ? LocalDate.parse(until.asText()) : null,
                    formats);
        } catch (DateTimeParseException _) {
            return "";
        }
    }

    private String day(String text) {
        try {
            return formats.date(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return text;
        }
    }
}
