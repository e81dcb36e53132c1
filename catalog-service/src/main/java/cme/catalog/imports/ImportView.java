package cme.catalog.imports;

import cme.chassis.problem.Violation;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What became of an import.
@Schema(name = "Import")
record ImportView(
        @Schema(description = "True when nothing was recorded") boolean dryRun,
        int rows,
        int created,
        int updated,
        int unchanged,
        int rejected,
        @Schema(description = "One a row; over 1,000 rows only those that were rejected")
                List<RowView> results) {

    static final int ALL_RESULTS_UP_TO = 1_000;

    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        REJECTED
    }

    /// What became of a row.
    @Schema(name = "ImportResult")
    record RowView(
            @Schema(description = "From 1; the header of a table is not counted") int row,
            @Schema(nullable = true) @Nullable String code,
            Outcome outcome,
            @Schema(nullable = true, description = "Of the activity, after the row")
                    @Nullable Integer revision,
            @Schema(description = "Pointers are into the row") List<Violation> errors) {

        static RowView of(ImportRow row, Verdict verdict) {
            var code = row.code() == null ? null : row.code().value();
            return switch (verdict) {
                case Verdict.Created(var r) ->
                        new RowView(
                                row.number(),
                                code,
                                Outcome.CREATED,
                                r.entry().revision(),
                                List.of());
                case Verdict.Updated(var r) ->
                        new RowView(
                                row.number(),
                                code,
                                Outcome.UPDATED,
                                r.entry().revision(),
                                List.of());
                case Verdict.Unchanged(var entry) ->
                        new RowView(
                                row.number(), code, Outcome.UNCHANGED, entry.revision(), List.of());
                case Verdict.Rejected(var errors) ->
                        new RowView(row.number(), code, Outcome.REJECTED, null, errors);
            };
        }
    }

    static ImportView of(boolean dryRun, List<RowView> results) {
        return new ImportView(
                dryRun,
                results.size(),
                count(results, Outcome.CREATED),
                count(results, Outcome.UPDATED),
                count(results, Outcome.UNCHANGED),
                count(results, Outcome.REJECTED),
                results.size() <= ALL_RESULTS_UP_TO
                        ? results
                        : results.stream().filter(r -> r.outcome() == Outcome.REJECTED).toList());
    }

    private static int count(List<RowView> results, Outcome outcome) {
        return Math.toIntExact(results.stream().filter(r -> r.outcome() == outcome).count());
    }
}
