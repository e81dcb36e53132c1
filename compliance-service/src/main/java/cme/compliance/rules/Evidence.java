package cme.compliance.rules;

import cme.compliance.rules.Exclusion.Reason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A completion as an answer names it.
public sealed interface Evidence {

    Completion.Id completion();

    /// Null outside the catalog.
    Activity.@Nullable Code activity();

    /// Null when the catalog does not know the activity (yet).
    @Nullable String title();

    LocalDate completedOn();

    /// @param amount what it brought; less than what was posted where a cap was crossed
    record Counted(
            Completion.Id completion,
            Activity.@Nullable Code activity,
            @Nullable String title,
            LocalDate completedOn,
            Amount amount)
            implements Evidence {}

    /// @param of the completion that counts in its place, for `DUPLICATE` and `REPEATED`
    /// @param usedInDueYear where it was counted already, for `ALREADY_USED`
    /// @param lost what did not count, for `OVER_CAP`; the rest of it is among the counted
    record NotCounted(
            Completion.Id completion,
            Activity.@Nullable Code activity,
            @Nullable String title,
            LocalDate completedOn,
            Reason reason,
            Completion.@Nullable Id of,
            @Nullable Integer usedInDueYear,
            @Nullable Amount lost)
            implements Evidence {}

    static Counted counted(Candidate candidate, Amount amount) {
        return new Counted(
                candidate.id(),
                candidate.code(),
                candidate.title(),
                candidate.completedOn(),
                amount);
    }

    static NotCounted notCounted(Candidate candidate, Exclusion why, @Nullable Amount lost) {
        return new NotCounted(
                candidate.id(),
                candidate.code(),
                candidate.title(),
                candidate.completedOn(),
                why.reason(),
                why.of(),
                why.usedInDueYear(),
                lost);
    }
}
