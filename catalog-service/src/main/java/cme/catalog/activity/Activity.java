package cme.catalog.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Something that a diplomate can complete for credit. Each state offers only its legal moves:
///
/// ```
///            approve                    retire
/// Proposed -----------> Approved ---------------> Retired
///    |      <----------                              |
///    |      last approval withdrawn                  | reinstate: back to where
///    +-------------------- retire -----------------> | its approvals put it
/// ```
///
/// Approvals alone decide what a completion serves, so the board may add and withdraw them in every
/// state, also with effect in the past.
public sealed interface Activity {

    int MAX_APPROVALS = 100;

    ActivityCode code();

    /// The current description: a retired activity is offered at most until its retirement.
    Description description();

    List<Approval> approvals();

    default Status status() {
        return switch (this) {
            case Proposed _ -> Status.PROPOSED;
            case Approved _ -> Status.APPROVED;
            case Retired _ -> Status.RETIRED;
        };
    }

    /// The activity itself, or the one that a retirement ended.
    default Current beforeRetirement() {
        return switch (this) {
            case Current current -> current;
            case Retired retired -> retired.before();
        };
    }

    /// An activity that is not retired: it may be described and retired.
    sealed interface Current extends Activity {

        Current describedAs(Description description);

        default Retired retired(Retirement retirement) {
            return new Retired(this, retirement);
        }
    }

    /// The board has not approved it for anything yet. It can be completed and posted all the same.
    record Proposed(ActivityCode code, Description description) implements Current {

        @Override
        public List<Approval> approvals() {
            return List.of();
        }

        @Override
        public Proposed describedAs(Description other) {
            return new Proposed(code, other);
        }
    }

    /// @param approvals at least one; kept in the order of their first days
    record Approved(ActivityCode code, Description description, List<Approval> approvals)
            implements Current {

        public Approved {
            approvals = approvals.stream().sorted(Approval.IN_ORDER).toList();
            if (approvals.isEmpty() || approvals.size() > MAX_APPROVALS) {
                throw new IllegalArgumentException(
                        "The number of approvals is not 1 to %d".formatted(MAX_APPROVALS));
            }
        }

        @Override
        public Approved describedAs(Description other) {
            return new Approved(code, other, approvals);
        }
    }

    /// It is no longer offered; earlier completions go on counting.
    ///
    /// @param before the activity before it was retired, and again when it is reinstated
    record Retired(Current before, Retirement retirement) implements Activity {

        public Retired {
            LocalDate offeredFrom = before.description().offeredFrom();
            if (offeredFrom != null && retirement.on().isBefore(offeredFrom)) {
                throw new IllegalArgumentException(
                        "The retirement is before the first day of the offer");
            }
        }

        @Override
        public ActivityCode code() {
            return before.code();
        }

        @Override
        public Description description() {
            return before.description().offeredAtMostUntil(retirement.on());
        }

        @Override
        public List<Approval> approvals() {
            return before.approvals();
        }
    }

    /// The activity with this description and approvals, before any retirement.
    static Current of(ActivityCode code, Description description, List<Approval> approvals) {
        return approvals.isEmpty()
                ? new Proposed(code, description)
                : new Approved(code, description, approvals);
    }

    default boolean has(UUID approval) {
        return approvals().stream().anyMatch(a -> a.id().equals(approval));
    }

    /// From the day after `on` the activity is no longer offered.
    ///
    /// @param on last day on which it can be completed; may lie in the past or be announced
    /// @param reason a sentence for those who ask why
    record Retirement(LocalDate on, String reason) {}

    /// The state of an activity, by name.
    enum Status {
        PROPOSED,
        APPROVED,
        RETIRED
    }
}
