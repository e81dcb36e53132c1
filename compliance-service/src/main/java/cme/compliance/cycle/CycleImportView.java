package cme.compliance.cycle;

import cme.chassis.problem.Violation;
import cme.chassis.problem.Violations;
import cme.compliance.record.Outcome;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.DiplomateId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CycleImport", description = "The outcome of each row")
record CycleImportView(
        @Schema(description = "True when nothing was recorded") boolean dryRun,
        int rows,
        int created,
        int replaced,
        int unchanged,
        int rejected,
        @Schema(description = "All rows; if there are more than 1,000, only the rejected ones")
                List<ResultView> results,
        @Schema(description = "Rejected rows that `results` leaves out: it has 1,000 violations")
                int moreRejected) {

    private static final int MOST_IN_FULL = 1_000;

    enum RowOutcome {
        CREATED,
        REPLACED,
        UNCHANGED,
        REJECTED
    }

    @Schema(name = "CycleImportResult")
    record ResultView(
            @Schema(description = "From 1; the header does not count") int row,
            @Nullable String diplomateId,
            RowOutcome outcome,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> errors) {

        static ResultView rejected(CycleImportRow row, List<Violation> errors) {
            return new ResultView(
                    row.row(), row.diplomateId(), RowOutcome.REJECTED, Violations.ofRow(errors));
        }

        static ResultView of(CycleImportRow row, Outcome<DiplomateId, Cycle> outcome) {
            return switch (outcome) {
                case Outcome.Created<DiplomateId, Cycle> _ -> taken(row, RowOutcome.CREATED);
                case Outcome.Replaced<DiplomateId, Cycle> _ -> taken(row, RowOutcome.REPLACED);
                case Outcome.Unchanged<DiplomateId, Cycle> _ -> taken(row, RowOutcome.UNCHANGED);
                case Outcome.Invalid<DiplomateId, Cycle>(var violations) ->
                        rejected(row, violations);
                case Outcome.Conflict<DiplomateId, Cycle>(String code, String detail) ->
                        rejected(row, List.of(new Violation("", code, detail)));
                case Outcome.Stale<DiplomateId, Cycle> _, Outcome.TakenBack<DiplomateId, Cycle> _ ->
                        throw new IllegalStateException("An import replaces any cycle");
            };
        }

        private static ResultView taken(CycleImportRow row, RowOutcome outcome) {
            return new ResultView(row.row(), row.diplomateId(), outcome, List.of());
        }
    }

    static CycleImportView of(List<ResultView> results, boolean dryRun) {
        List<ResultView> shown =
                results.size() <= MOST_IN_FULL
                        ? results
                        : results.stream().filter(r -> r.outcome() == RowOutcome.REJECTED).toList();
        List<ResultView> listed = Violations.ofResults(shown, ResultView::errors);
        return new CycleImportView(
                dryRun,
                results.size(),
                count(results, RowOutcome.CREATED),
                count(results, RowOutcome.REPLACED),
                count(results, RowOutcome.UNCHANGED),
                count(results, RowOutcome.REJECTED),
                listed,
                shown.size() - listed.size());
    }

    private static int count(List<ResultView> results, RowOutcome outcome) {
        return (int) results.stream().filter(r -> r.outcome() == outcome).count();
    }
}
