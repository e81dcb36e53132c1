package cme.portal.person;

import cme.portal.compliance.Cycle;
import cme.portal.credit.Identity;
import cme.portal.page.Formats;
import cme.portal.page.Sentences;
import cme.portal.page.Words;
import cme.portal.services.Violation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An import of identities or cycles, and what became of its rows.
///
/// @param counts in words; null before a file was sent
/// @param rejected rows with everything that is wrong with them
public record ImportsPage(
        @Nullable String title,
        @Nullable String counts,
        List<Row> rejected,
        @Nullable String more,
        @Nullable String problem) {

    static final ImportsPage EMPTY = new ImportsPage(null, null, List.of(), null, null);

    public record Row(String row, String diplomateId, String errors) {}

    static ImportsPage refused(String problem) {
        return new ImportsPage(null, null, List.of(), null, problem);
    }

    static ImportsPage of(Identity.Import result, Formats formats) {
        var counts =
                new Counts(
                        result.rows(),
                        result.added(),
                        result.changed(),
                        result.unchanged(),
                        result.rejected());
        return of(
                result.dryRun(),
                counts,
                result.results().stream()
                        .filter(one -> !one.errors().isEmpty())
                        .map(one -> row(one.row(), one.diplomateId(), one.errors(), formats))
                        .toList(),
                result.moreRejected(),
                formats);
    }

    static ImportsPage of(Cycle.Import result, Formats formats) {
        var counts =
                new Counts(
                        result.rows(),
                        result.created(),
                        result.replaced(),
                        result.unchanged(),
                        result.rejected());
        return of(
                result.dryRun(),
                counts,
                result.results().stream()
                        .filter(one -> !one.errors().isEmpty())
                        .map(one -> row(one.row(), one.diplomateId(), one.errors(), formats))
                        .toList(),
                result.moreRejected(),
                formats);
    }

    /// The counts of an import, whatever its rows are about.
    private record Counts(int rows, int added, int changed, int unchanged, int rejected) {

        String words(Formats formats) {
            return "%s: %s added, %s changed, %s unchanged, %s refused."
                    .formatted(
                            formats.count(rows, "row", "rows"),
                            formats.count(added),
                            formats.count(changed),
                            formats.count(unchanged),
                            formats.count(rejected));
        }
    }

    private static ImportsPage of(
            boolean dryRun, Counts counts, List<Row> rejected, int more, Formats formats) {
        return new ImportsPage(
                title(dryRun), counts.words(formats), rejected, more(more, formats), null);
    }

    private static String title(boolean dryRun) {
        return dryRun ? "Checked; nothing was recorded." : "Imported.";
    }

    private static @Nullable String more(int rejected, Formats formats) {
        return rejected == 0
                ? null
                : formats.count(rejected, "more row is", "more rows are") + " refused.";
    }

    private static Row row(
            int row, @Nullable String diplomateId, List<Violation> errors, Formats formats) {
        return new Row(
                formats.count(row),
                Optional.ofNullable(diplomateId).orElse("–"),
                errors.stream()
                        .map(
                                one ->
                                        Words.field(one.field())
                                                + ": "
                                                + Sentences.of(one.detail(), formats))
                        .collect(Collectors.joining(" ")));
    }
}
