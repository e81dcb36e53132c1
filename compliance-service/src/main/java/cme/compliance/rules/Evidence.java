package cme.compliance.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A completion as an answer names it.
public sealed interface Evidence {

    Completion.Id completion();

    /// Null outside the catalog.
    Activity.@Nullable Code activity();

    /// Null when the catalog does not know the activity (yet).
    @Nullable String title();

    /// Null when none was posted.
    @Nullable String session();

    LocalDate completedOn();

    /// @param amount the amount it brought; less than what was posted where a maximum or a cap was
    ///   crossed
    record Counted(
            Completion.Id completion,
            Activity.@Nullable Code activity,
            @Nullable String title,
            @Nullable String session,
            LocalDate completedOn,
            Amount amount)
            implements Evidence {}

    /// @param of the completion that counts in its place, for `DUPLICATE` and `REPEATED`
    /// @param usedInDueYear the due year in which it was counted already, for `ALREADY_USED`
    /// @param lost the amount that did not count, for `OVER_MAXIMUM` and `OVER_CAP`; the rest of it
    ///   is among the counted
    record NotCounted(
            Completion.Id completion,
            Activity.@Nullable Code activity,
            @Nullable String title,
            @Nullable String session,
            LocalDate completedOn,
            Exclusion.Reason reason,
            Completion.@Nullable Id of,
            @Nullable Integer usedInDueYear,
            @Nullable Amount lost)
            implements Evidence {

        Exclusion exclusion() {
            return new Exclusion(reason, of, usedInDueYear);
        }
    }

    static Counted counted(Candidate candidate, Amount amount) {
        return new Counted(
                candidate.id(),
                candidate.code(),
                candidate.title(),
                candidate.state().session(),
                candidate.completedOn(),
                amount);
    }

    static NotCounted notCounted(Candidate candidate, Exclusion why, @Nullable Amount lost) {
        return new NotCounted(
                candidate.id(),
                candidate.code(),
                candidate.title(),
                candidate.state().session(),
                candidate.completedOn(),
                why.reason(),
                why.of(),
                why.usedInDueYear(),
                lost);
    }
}
