package cme.compliance.cycle;

import cme.chassis.problem.Problem;
import cme.chassis.problem.Violation;
import cme.compliance.record.CycleRevision;
import cme.compliance.record.Outcome;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CycleImport", description = "What became of each row")
record CycleImportView(
        int rows,
        int created,
        int replaced,
        int unchanged,
        int rejected,
        @Schema(description = "All rows; of more than 1,000 only those that were rejected")
                List<ResultView> results) {

    private static final int MOST_IN_FULL = 1_000;

    enum RowOutcome {
        CREATED,
        REPLACED,
        UNCHANGED,
        REJECTED
    }

    @Schema(name = "CycleImportResult")
    record ResultView(
            @Schema(description = "From 1, the header not counted") int row,
            @Schema(nullable = true) @Nullable String diplomateId,
            RowOutcome outcome,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> errors) {

        static ResultView rejected(CycleImportRow row, List<Violation> errors) {
            return new ResultView(row.row(), row.diplomateId(), RowOutcome.REJECTED, errors);
        }

        static ResultView of(CycleImportRow row, Outcome<CycleRevision> outcome) {
            return switch (outcome) {
                case Outcome.Created<CycleRevision> _ -> taken(row, RowOutcome.CREATED);
                case Outcome.Replaced<CycleRevision> _ -> taken(row, RowOutcome.REPLACED);
                case Outcome.Unchanged<CycleRevision> _ -> taken(row, RowOutcome.UNCHANGED);
                case Outcome.Refused<CycleRevision>(Problem problem) ->
                        rejected(row, errors(problem));
            };
        }

        private static ResultView taken(CycleImportRow row, RowOutcome outcome) {
            return new ResultView(row.row(), row.diplomateId(), outcome, List.of());
        }

        private static List<Violation> errors(Problem problem) {
            if (!problem.errors().isEmpty()) {
                return problem.errors();
            }
            var type = problem.type();
            var slug = type.substring(type.lastIndexOf('/') + 1);
            return List.of(new Violation("", slug, String.valueOf(problem.detail())));
        }
    }

    static CycleImportView of(List<ResultView> results) {
        return new CycleImportView(
                results.size(),
                count(results, RowOutcome.CREATED),
                count(results, RowOutcome.REPLACED),
                count(results, RowOutcome.UNCHANGED),
                count(results, RowOutcome.REJECTED),
                results.size() <= MOST_IN_FULL
                        ? results
                        : results.stream()
                                .filter(r -> r.outcome() == RowOutcome.REJECTED)
                                .toList());
    }

    private static int count(List<ResultView> results, RowOutcome outcome) {
        return (int) results.stream().filter(r -> r.outcome() == outcome).count();
    }
}
