package cme.catalog.activity;

import cme.catalog.activity.Activity.Current;
import cme.catalog.activity.Activity.Retired;
import cme.catalog.activity.Activity.Retirement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The moves that can be asked for in any state. A move is made, is needless, or is refused with a
/// reason.
public final class Moves {

    private Moves() {}

    public static Move describe(Activity activity, Description as) {
        return switch (activity) {
            case Activity.Retired(var before, var retirement) ->
                    as.equals(activity.description()) || as.equals(before.description())
                            ? new Move.Nothing()
                            : new Move.Refused(
                                    "activity-retired",
                                    "%s was retired on %s. Take the retirement back to change it."
                                            .formatted(activity.code(), retirement.on()));
            case Activity.Current current ->
                    as.equals(current.description())
                            ? new Move.Nothing()
                            : new Move.Made(current.describedAs(as));
        };
    }

    /// A second approval that says the same is needless.
    public static Move approve(Activity activity, Approval approval) {
        if (activity.approvals().stream().anyMatch(approval::saysTheSameAs)) {
            return new Move.Nothing();
        }
        if (activity.approvals().size() == Activity.MAX_APPROVALS) {
            return new Move.Refused(
                    "too-many-approvals",
                    "An activity has at most %d approvals.".formatted(Activity.MAX_APPROVALS));
        }
        var approvals = new ArrayList<>(activity.approvals());
        approvals.add(approval);
        return withApprovals(activity, approvals, approval);
    }

    /// Replaces the approval with the same id: ends it, extends it, or corrects it.
    public static Move changeApproval(Activity activity, Approval changed) {
        if (!activity.has(changed.id())) {
            return noApproval(activity, changed.id());
        }
        if (activity.approvals().contains(changed)) {
            return new Move.Nothing();
        }
        if (activity.approvals().stream().anyMatch(changed::saysTheSameAs)) {
            return new Move.Refused(
                    "approval-exists",
                    "Another approval of %s says the same; withdraw one of them."
                            .formatted(activity.code()));
        }
        List<Approval> approvals =
                activity.approvals().stream()
                        .map(a -> a.id().equals(changed.id()) ? changed : a)
                        .toList();
        return withApprovals(activity, approvals, changed);
    }

    /// Takes an approval back as if it had never been given.
    public static Move withdrawApproval(Activity activity, UUID id) {
        if (!activity.has(id)) {
            return noApproval(activity, id);
        }
        List<Approval> rest =
                activity.approvals().stream().filter(a -> !a.id().equals(id)).toList();
        return new Move.Made(withApprovals(activity, rest));
    }

    /// Retiring again corrects the date or the reason.
    public static Move retire(Activity activity, Retirement retirement) {
        Current current =
                switch (activity) {
                    case Activity.Current c -> c;
                    case Activity.Retired r -> r.before();
                };
        LocalDate offeredFrom = current.description().offeredFrom();
        if (offeredFrom != null && retirement.on().isBefore(offeredFrom)) {
            return new Move.Refused(
                    "retired-before-offered",
                    "%s is offered from %s on; it cannot be retired before."
                            .formatted(activity.code(), offeredFrom));
        }
        Retired retired = current.retired(retirement);
        return retired.equals(activity) ? new Move.Nothing() : new Move.Made(retired);
    }

    public static Move reinstate(Activity activity) {
        return switch (activity) {
            case Activity.Retired retired -> new Move.Made(retired.before());
            case Activity.Current _ -> new Move.Nothing();
        };
    }

    private static Move noApproval(Activity activity, UUID id) {
        return new Move.Missing("%s has no approval %s.".formatted(activity.code(), id));
    }

    private static Move withApprovals(
            Activity activity, List<Approval> approvals, Approval changed) {
        if (activity instanceof Activity.Retired(_, var retirement)
                && changed.span().from().isAfter(retirement.on())) {
            return new Move.Refused(
                    "approval-after-retirement",
                    "%s was retired on %s; nothing can be completed from %s on."
                            .formatted(activity.code(), retirement.on(), changed.span().from()));
        }
        return new Move.Made(withApprovals(activity, approvals));
    }

    private static Activity withApprovals(Activity activity, List<Approval> approvals) {
        return switch (activity) {
            case Activity.Current c -> Activity.of(c.code(), c.description(), approvals);
            case Activity.Retired(var before, var retirement) ->
                    Activity.of(before.code(), before.description(), approvals).retired(retirement);
        };
    }

    /// The outcome of a move.
    public sealed interface Move {

        /// The activity is changed.
        record Made(Activity activity) implements Move {}

        /// It was so already; there is nothing to record.
        record Nothing() implements Move {}

        /// The approval does not exist.
        record Missing(String detail) implements Move {}

        /// It would break a rule.
        ///
        /// @param slug names the rule, for example `activity-retired`
        /// @param detail says why and what to do instead
        record Refused(String slug, String detail) implements Move {}
    }
}
