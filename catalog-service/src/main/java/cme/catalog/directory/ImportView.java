package cme.catalog.directory;

import cme.catalog.activity.ActivityRevision;
import cme.chassis.problem.Violation;
import cme.chassis.problem.Violations;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The answer to an import.
@Schema(name = "Import")
record ImportView(
        @Schema(description = "True when nothing was recorded") boolean dryRun,
        int rows,
        int created,
        int updated,
        int unchanged,
        int rejected,
        @Schema(description = "One a row; over 1,000 rows only those that were rejected")
                List<RowView> results,
        @Schema(description = "Rejected rows that `results` leaves out: it has 1,000 violations")
                int moreRejected) {

    static final int ALL_RESULTS_UP_TO = 1_000;

    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        REJECTED
    }

    /// The result of one row.
    @Schema(name = "ImportResult")
    record RowView(
            @Schema(description = "From 1; the header of a table is not counted") int row,
            @Nullable String code,
            Outcome outcome,
            @Schema(description = "Of the activity, after the row") @Nullable Integer revision,
            @Schema(description = "Pointers are into the row") List<Violation> errors) {

        static RowView of(ImportRow row, Verdict verdict) {
            return switch (verdict) {
                case Verdict.Created(var change) -> of(row, Outcome.CREATED, change.revision());
                case Verdict.Updated(var change) -> of(row, Outcome.UPDATED, change.revision());
                case Verdict.Unchanged(var revision) -> of(row, Outcome.UNCHANGED, revision);
                case Verdict.Rejected(var errors) ->
                        new RowView(
                                row.number(),
                                code(row),
                                Outcome.REJECTED,
                                null,
                                Violations.ofRow(errors));
            };
        }

        private static RowView of(ImportRow row, Outcome outcome, ActivityRevision revision) {
            return new RowView(row.number(), code(row), outcome, revision.number(), List.of());
        }

        private static @Nullable String code(ImportRow row) {
            return row.code() == null ? null : row.code().value();
        }
    }

    static ImportView of(boolean dryRun, List<RowView> results) {
        List<RowView> shown =
                results.size() <= ALL_RESULTS_UP_TO
                        ? results
                        : results.stream().filter(r -> r.outcome() == Outcome.REJECTED).toList();
        List<RowView> listed = Violations.ofResults(shown, RowView::errors);
        return new ImportView(
                dryRun,
                results.size(),
                count(results, Outcome.CREATED),
                count(results, Outcome.UPDATED),
                count(results, Outcome.UNCHANGED),
                count(results, Outcome.REJECTED),
                listed,
                shown.size() - listed.size());
    }

    private static int count(List<RowView> results, Outcome outcome) {
        return Math.toIntExact(results.stream().filter(r -> r.outcome() == outcome).count());
    }
}
