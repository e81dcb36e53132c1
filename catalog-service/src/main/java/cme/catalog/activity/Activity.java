package cme.catalog.activity;

import java.util.List;
import java.util.UUID;

/// Something that a diplomate can complete for credit. Its state offers the moves that are legal in
/// it:
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

    /// As it holds now: a retired activity is offered at most until it was retired.
    Description description();

    List<Approval> approvals();

    /// An activity that goes on: it may be described anew and retired.
    sealed interface Current extends Activity {

        Current describedAs(Description description);

        default Retired retired(Retirement retirement) {
            return new Retired(this, retirement);
        }
    }

    /// Nobody has approved it for anything yet. It can be completed and posted all the same.
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
                throw new IllegalArgumentException("an approved activity needs an approval");
            }
        }

        @Override
        public Approved describedAs(Description other) {
            return new Approved(code, other, approvals);
        }
    }

    /// It is no longer offered; what was completed before goes on counting.
    ///
    /// @param before what it was and will be again when it is reinstated
    record Retired(Current before, Retirement retirement) implements Activity {

        public Retired {
            var offeredFrom = before.description().offeredFrom();
            if (offeredFrom != null && retirement.on().isBefore(offeredFrom)) {
                throw new IllegalArgumentException("retired before it is offered");
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

        public Current reinstated() {
            return before;
        }
    }

    /// The activity with these descriptions and approvals, before any retirement.
    static Current of(ActivityCode code, Description description, List<Approval> approvals) {
        return approvals.isEmpty()
                ? new Proposed(code, description)
                : new Approved(code, description, approvals);
    }

    default boolean has(UUID approval) {
        return approvals().stream().anyMatch(a -> a.id().equals(approval));
    }
}
