package cme.portal.held;

import cme.portal.credit.HeldRow;
import cme.portal.page.Formats;
import cme.portal.page.Query;
import cme.portal.page.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rows that wait, the oldest first.
///
/// @param reasons filters with their counts
public record HeldListPage(
        String headline,
        String lead,
        @Nullable String first,
        List<Choice> reasons,
        List<Row> rows,
        @Nullable String next,
        @Nullable Done done) {

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    /// The deed before this page.
    ///
    /// @param again the row that was discarded, which can be recorded after all; null of other
    ///   deeds
    public record Done(String sentence, @Nullable String again) {

        /// @param done what the address says was done; null for nothing
        /// @param row the id of the row
        static @Nullable Done of(@Nullable String done, @Nullable String row) {
            String sentence = words(done);
            boolean discarded =
                    "discarded".equals(done) && row != null && ID.matcher(row).matches();
            return sentence == null ? null : new Done(sentence, discarded ? "/held/" + row : null);
        }
    }

    public record Choice(String label, String count, String href, boolean chosen) {}

    /// @param what the activity or title that was posted
    public record Row(
            String id, String person, String number, String what, String reason, String held) {}

    static HeldListPage of(
            HeldRow.Page page, @Nullable String chosen, @Nullable Done done, Formats formats) {
        return new HeldListPage(
                page.total() == 0
                        ? "Nothing waits."
                        : formats.count(page.total(), "row waits.", "rows wait."),
                page.total() == 0
                        ? "Every row that was posted has found its diplomate."
                        : "Each was posted by a society and could not be recorded by itself."
                                + " Nothing of it counts until it is decided.",
                page.items().isEmpty() ? null : address(page.items().getFirst().id(), chosen),
                reasons(page.byReason(), chosen, formats),
                page.items().stream().map(row -> row(row, formats)).toList(),
                page.nextCursor() == null
                        ? null
                        : Query.of("/held")
                                .with("reason", chosen)
                                .with("cursor", page.nextCursor())
                                .toString(),
                done);
    }

    static String address(String id, @Nullable String reason) {
        return Query.of("/held/" + id).with("reason", reason).toString();
    }

    private static @Nullable String words(@Nullable String done) {
        return switch (Optional.ofNullable(done).orElse("")) {
            case "recorded" -> "The row is recorded, and counts.";
            case "discarded" -> "The row is discarded. Its society sees that, and why.";
            case "settled" -> "This row had been settled already.";
            default -> null;
        };
    }

    private static List<Choice> reasons(
            Map<String, Long> counts, @Nullable String chosen, Formats formats) {
        return counts.entrySet().stream()
                .sorted(Comparator.comparing(one -> -one.getValue()))
                .map(
                        one -> {
                            boolean current = one.getKey().equals(chosen);
                            return new Choice(
                                    Words.heldReason(one.getKey()),
                                    formats.count(one.getValue()),
                                    Query.of("/held")
                                            .with("reason", current ? null : one.getKey())
                                            .toString(),
                                    current);
                        })
                .toList();
    }

    private static Row row(HeldRow row, Formats formats) {
        HeldRow.Content content = row.content();
        return new Row(
                row.id(),
                content == null ? "Erased" : content.familyName(),
                content == null
                        ? ""
                        : Optional.ofNullable(content.diplomateId()).orElse("no number"),
                content == null
                        ? ""
                        : Optional.ofNullable(content.activity())
                                        .or(() -> Optional.ofNullable(content.title()))
                                        .orElse("–")
                                + ", "
                                + formats.date(content.completedOn()),
                Words.heldReason(row.reason()),
                Optional.ofNullable(row.provider()).orElse("the board")
                        + ", "
                        + formats.date(formats.day(row.heldAt())));
    }
}
