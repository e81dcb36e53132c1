package cme.credit.identity;

import cme.chassis.problem.Violation;
import cme.chassis.problem.Violations;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The result of an import.
@Schema(name = "IdentityImport")
record IdentityImportView(
        @Schema(description = "True when nothing was recorded") boolean dryRun,
        @Schema(examples = "4") int rows,
        @Schema(examples = "3") int added,
        @Schema(examples = "0") int changed,
        @Schema(examples = "0") int unchanged,
        @Schema(examples = "1") int rejected,
        @Schema(description = "Every row; of more than 1,000 rows only those that were rejected")
                List<Result> results,
        @Schema(description = "Rejected rows that `results` leaves out: it has 1,000 violations")
                int moreRejected) {

    private static final int MAX_LISTED_ROWS = 1_000;

    @Schema(name = "ImportOutcome")
    enum Outcome {
        ADDED,
        CHANGED,
        UNCHANGED,
        REJECTED
    }

    @Schema(name = "IdentityImportRow")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Result(int row, @Nullable String diplomateId, Outcome outcome, List<Violation> errors) {

        /// @param revision the revision that the row made; null when it said nothing new
        static Result of(IdentityImport.Row row, @Nullable Integer revision) {
            Outcome outcome =
                    switch (revision) {
                        case null -> Outcome.UNCHANGED;
                        case 1 -> Outcome.ADDED;
                        default -> Outcome.CHANGED;
                    };
            return new Result(row.number(), row.diplomateId(), outcome, List.of());
        }

        static Result rejected(int row, @Nullable String diplomateId, List<Violation> errors) {
            return new Result(row, diplomateId, Outcome.REJECTED, Violations.ofRow(errors));
        }
    }

    static IdentityImportView of(List<Result> results, boolean dryRun) {
        List<Result> shown =
                results.stream()
                        .filter(
                                result ->
                                        results.size() <= MAX_LISTED_ROWS
                                                || result.outcome() == Outcome.REJECTED)
                        .sorted(Comparator.comparingInt(Result::row))
                        .toList();
        List<Result> listed = Violations.ofResults(shown, Result::errors);
        return new IdentityImportView(
                dryRun,
                results.size(),
                count(results, Outcome.ADDED),
                count(results, Outcome.CHANGED),
                count(results, Outcome.UNCHANGED),
                count(results, Outcome.REJECTED),
                listed,
                shown.size() - listed.size());
    }

    private static int count(List<Result> results, Outcome outcome) {
        return (int) results.stream().filter(result -> result.outcome() == outcome).count();
    }
}
