package cme.portal.roster;

import cme.portal.credit.RosterRow;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Sentences;
import cme.portal.page.Words;
import cme.portal.services.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A row to be mended: its fields with what was posted or typed, and the message under each.
///
/// @param key tells it apart from the others
/// @param row its number in its posting
/// @param title such as `Row 176 · Ivanova`
/// @param look what became of it, or would when it is posted
/// @param sentence what concerns the row as a whole; null when nothing does
/// @param notes what to know about a row that can be posted
/// @param line the text of a row that could not be read, or null
/// @param fields shown
/// @param hidden sent with the form as they are
public record RowForm(
        String key,
        int row,
        String title,
        String reference,
        Look look,
        String word,
        @Nullable String sentence,
        List<String> notes,
        @Nullable String line,
        List<Field> fields,
        List<Field> hidden) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Set<String> ALWAYS =
            Set.of(
                    "diplomateId",
                    "npi",
                    "familyName",
                    "activity",
                    "completedOn",
                    "credits",
                    "patientSafetyCredits");

    /// @param type of the input: a day that cannot be read stays the text it is
    /// @param error what is wrong with it, or null
    public record Field(
            String id,
            String name,
            String label,
            String type,
            String value,
            @Nullable String error) {}

    /// @param place in its form
    /// @param posted the row as it stands in the roster
    /// @param shown what stands in its fields
    /// @param checked what it would become when it is posted; null before it was tried
    static RowForm of(
            int place,
            RosterRow posted,
            PostedRow shown,
            @Nullable RosterRow checked,
            Formats formats) {
        RosterRow judged = checked == null ? posted : checked;
        List<Field> fields = new ArrayList<>();
        List<Field> hidden = new ArrayList<>();
        for (String name : PostedRow.FIELDS) {
            Field field = field(place, shown, name, judged.errors(), formats);
            (isShown(field, shown) ? fields : hidden).add(field);
        }
        boolean rejected = judged.outcome().equals("REJECTED");
        String name = shown.value("familyName");
        return new RowForm(
                shown.key(),
                posted.row(),
                "Row " + formats.count(posted.row()) + (name.isEmpty() ? "" : " · " + name),
                shown.value("externalId"),
                rejected || checked == null ? Outcomes.look(judged.outcome()) : look(checked),
                checked == null ? Words.outcome(judged.outcome()) : word(checked),
                sentence(judged, formats),
                judged.notices().stream()
                        .map(notice -> Sentences.of(notice.detail(), formats))
                        .toList(),
                posted.line(),
                fields,
                hidden);
    }

    private static Look look(RosterRow checked) {
        return Outcomes.look(checked.outcome());
    }

    private static String word(RosterRow checked) {
        return switch (checked.outcome()) {
            case "RECORDED" -> "Ready to post";
            case "HELD" -> "Would wait for the board";
            case "DUPLICATE" -> "Recorded already";
            default -> Words.outcome(checked.outcome());
        };
    }

    private static boolean isShown(Field field, PostedRow shown) {
        if (ALWAYS.contains(field.name()) || field.error() != null) {
            return true;
        }
        return switch (field.name()) {
            case "externalId" -> field.value().isEmpty();
            case "provider", "category" -> false;
            case "title" -> !field.value().isEmpty() || shown.value("activity").isEmpty();
            default -> !field.value().isEmpty();
        };
    }

    private static Field field(
            int place, PostedRow shown, String name, List<Violation> errors, Formats formats) {
        String value = shown.value(name);
        String error =
                errors.stream()
                        .filter(one -> one.field().equals(name))
                        .map(one -> Sentences.of(one.detail(), formats))
                        .collect(Collectors.joining(" "));
        boolean day = name.equals("completedOn") && (value.isEmpty() || isDay(value));
        return new Field(
                "row-" + place + "-" + name,
                name,
                Words.field(name),
                day ? "date" : "text",
                value,
                error.isEmpty() ? null : error);
    }

    private static boolean isDay(String value) {
        return DAY.matcher(value).matches();
    }

    private static @Nullable String sentence(RosterRow judged, Formats formats) {
        if (judged.outcome().equals("HELD")) {
            return judged.reason() == null ? null : Words.heldReason(judged.reason());
        }
        if (judged.outcome().equals("CONFLICT")) {
            return Sentences.of(Objects.requireNonNullElse(judged.detail(), ""), formats);
        }
        String whole =
                judged.errors().stream()
                        .filter(one -> !PostedRow.FIELDS.contains(one.field()))
                        .map(one -> Sentences.of(one.detail(), formats))
                        .collect(Collectors.joining(" "));
        return whole.isEmpty() ? null : whole;
    }
}
