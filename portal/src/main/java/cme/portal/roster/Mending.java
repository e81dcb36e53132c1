package cme.portal.roster;

import cme.portal.credit.RosterResult;
import cme.portal.credit.RosterRow;
import cme.portal.page.Formats;
import cme.portal.services.Paged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rows of a roster that can be mended in their form.
///
/// @param part `REJECTED` or `HELD`
/// @param cursor of these rows, sent with the form; empty on the first page
/// @param said what the check has found; null before
/// @param check the words of the button
/// @param post the words of the button; null when nothing can be posted yet
/// @param errors of all rows, with the id of the input
public record Mending(
        String part,
        String cursor,
        List<RowForm> rows,
        @Nullable String next,
        @Nullable String said,
        String check,
        @Nullable String post,
        List<Fault> errors) {

    public record Fault(@Nullable String field, String sentence) {}

    /// The rows as they were filled in, and what would become of them.
    ///
    /// @param sent rows that were tried, in their order in the answer
    record Tried(List<PostedRow> typed, List<PostedRow> sent, RosterResult result) {

        @Nullable RosterRow resultOf(PostedRow row) {
            int place = sent.indexOf(row);
            return place < 0
                    ? null
                    : result.results().stream()
                            .filter(one -> one.row() == place + 1)
                            .findFirst()
                            .orElse(null);
        }

        /// The rows that can be posted now: everything that is in order, and of the rest what was
        /// changed, so that nothing typed is lost.
        List<PostedRow> toPost(Map<String, PostedRow> before) {
            return sent.stream()
                    .filter(row -> isInOrder(row) || !row.equals(before.get(row.key())))
                    .toList();
        }

        boolean isInOrder(PostedRow row) {
            RosterRow found = resultOf(row);
            return found != null
                    && !found.outcome().equals("REJECTED")
                    && !found.outcome().equals("CONFLICT");
        }
    }

    static Mending of(
            String part,
            @Nullable String cursor,
            Paged<RosterRow> rows,
            @Nullable Tried tried,
            @Nullable String next,
            Formats formats) {
        Map<String, PostedRow> typed =
                tried == null
                        ? Map.of()
                        : tried.typed().stream()
                                .collect(
                                        Collectors.toMap(
                                                PostedRow::key,
                                                Function.identity(),
                                                (first, _) -> first));
        List<RowForm> forms = new ArrayList<>();
        for (RosterRow row : rows.items()) {
            PostedRow posted = PostedRow.of(row);
            PostedRow shown = typed.getOrDefault(posted.key(), posted);
            forms.add(
                    RowForm.of(
                            forms.size() + 1,
                            row,
                            shown,
                            tried == null ? null : tried.resultOf(shown),
                            formats));
        }
        long ready = tried == null ? 0 : tried.sent().stream().filter(tried::isInOrder).count();
        return new Mending(
                part,
                Objects.requireNonNullElse(cursor, ""),
                forms,
                next,
                tried == null ? null : said(tried, ready, formats),
                forms.size() == 1
                        ? "Check this row"
                        : "Check these " + formats.count(forms.size()) + " rows",
                ready == 0 ? null : "Post " + formats.count(ready, "row", "rows"),
                tried == null ? List.of() : faults(forms));
    }

    private static String said(Tried tried, long ready, Formats formats) {
        if (tried.sent().isEmpty()) {
            return "Nothing was changed yet.";
        }
        long left = tried.sent().size() - ready;
        if (left == 0) {
            return ready == 1 ? "It can be posted." : "All can be posted.";
        }
        return ready == 0
                ? "None can be posted yet."
                : formats.count(ready)
                        + " can be posted, "
                        + formats.count(left)
                        + " still to mend.";
    }

    private static List<Fault> faults(List<RowForm> forms) {
        List<Fault> faults = new ArrayList<>();
        for (RowForm form : forms) {
            for (RowForm.Field field : form.fields()) {
                if (field.error() != null) {
                    faults.add(
                            new Fault(
                                    field.id(),
                                    "Row %d, %s: %s"
                                            .formatted(form.row(), field.label(), field.error())));
                }
            }
        }
        return List.copyOf(faults);
    }
}
