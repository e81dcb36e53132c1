package cme.catalog.cap;

import cme.catalog.activity.Activity;
import cme.catalog.activity.Cap;
import cme.catalog.activity.Credits;
import cme.catalog.register.Activities;
import cme.catalog.register.CapGroups;
import cme.catalog.register.Entry;
import cme.catalog.register.Occasion;
import cme.catalog.register.Revision;
import cme.chassis.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Caps a group anew. Each of its activities gets a revision and an event, as its state holds the
/// cap.
@Singleton
class CapKeeping {

    /// What became of a put.
    sealed interface Outcome {

        record Created() implements Outcome {}

        /// Changed, or as it was already.
        record Kept() implements Outcome {}

        record Refused(Problem problem) implements Outcome {}
    }

    private final Jdbi jdbi;
    private final CapGroups groups;
    private final Activities activities;
    private final Clock clock;

    CapKeeping(Jdbi jdbi, CapGroups groups, Activities activities, Clock clock) {
        this.jdbi = jdbi;
        this.groups = groups;
        this.activities = activities;
        this.clock = clock;
    }

    /// @param refusal what keeps the caller from replacing a group
    Outcome put(Cap cap, String by, Function<CapGroup, Optional<Problem>> refusal) {
        return jdbi.inTransaction(
                transaction -> {
                    // Activities before groups, as everybody locks them.
                    var members =
                            activities.lock(transaction, groups.members(transaction, cap.group()));
                    var current = groups.lock(transaction, cap.group());
                    return current.isEmpty()
                            ? add(transaction, cap)
                            : change(transaction, cap, current.get(), members, by, refusal);
                });
    }

    private Outcome add(Handle transaction, Cap cap) {
        groups.settle(transaction, List.of(cap));
        return new Outcome.Created();
    }

    private Outcome change(
            Handle transaction,
            Cap cap,
            Credits current,
            Map<String, Entry> locked,
            String by,
            Function<CapGroup, Optional<Problem>> refusal) {
        if (current.equals(cap.credits())) {
            return new Outcome.Kept();
        }
        var refused = refusal.apply(CapGroup.of(new Cap(cap.group(), current)));
        if (refused.isPresent()) {
            return new Outcome.Refused(refused.get());
        }
        groups.change(transaction, cap);
        // One may have joined between the two locks; read again, now that none can.
        var members =
                locked.keySet().containsAll(groups.members(transaction, cap.group()))
                        ? locked
                        : activities.lock(transaction, groups.members(transaction, cap.group()));
        var now = clock.instant();
        activities.save(
                transaction,
                members.values().stream()
                        .filter(entry -> isCappedBy(cap.group(), entry.activity()))
                        .map(entry -> entry.followedBy(capped(entry.activity(), cap), now, by))
                        .map(entry -> new Revision(entry, Occasion.CHANGED, reason(cap)))
                        .toList());
        return new Outcome.Kept();
    }

    /// One may have left the group before it was locked.
    private static boolean isCappedBy(String group, Activity activity) {
        var cap = activity.description().cap();
        return cap != null && cap.group().equals(group);
    }

    private static String reason(Cap cap) {
        return "The group %s is capped at %s.".formatted(cap.group(), cap.credits());
    }

    private static Activity capped(Activity activity, Cap cap) {
        return switch (activity) {
            case Activity.Current current -> capped(current, cap);
            case Activity.Retired(var before, var retirement) ->
                    capped(before, cap).retired(retirement);
        };
    }

    private static Activity.Current capped(Activity.Current activity, Cap cap) {
        return activity.describedAs(activity.description().withCap(cap));
    }
}
