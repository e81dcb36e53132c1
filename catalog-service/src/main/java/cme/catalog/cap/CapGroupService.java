package cme.catalog.cap;

import cme.catalog.activity.Activities;
import cme.catalog.activity.Activity;
import cme.catalog.activity.ActivityChange;
import cme.catalog.activity.ActivityCode;
import cme.catalog.activity.ActivityRevision;
import cme.catalog.activity.Credits;
import cme.catalog.activity.Description.Cap;
import cme.catalog.activity.Occasion;
import cme.catalog.reference.PutOutcome;
import cme.catalog.reference.PutOutcome.Created;
import cme.catalog.reference.PutOutcome.Kept;
import cme.catalog.reference.PutOutcome.Stale;
import cme.chassis.database.Transactions;
import cme.chassis.http.IfMatch;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Adds and changes cap groups. The state of an activity holds its cap, so each activity of a group
/// that is changed gets a revision and an event.
@Singleton
public class CapGroupService {

    private final Transactions transactions;
    private final CapGroups groups;
    private final CapAmounts amounts;
    private final Activities activities;
    private final Clock clock;

    CapGroupService(
            Transactions transactions,
            CapGroups groups,
            CapAmounts amounts,
            Activities activities,
            Clock clock) {
        this.transactions = transactions;
        this.groups = groups;
        this.amounts = amounts;
        this.activities = activities;
        this.clock = clock;
    }

    /// Caps the group of one activity, which adds the group if it is new, or changes it if the
    /// activity is its only one.
    ///
    /// @param transaction one in which the activity was locked, if it exists
    /// @return the amount that other activities of the group share, if it is another one
    public Optional<Credits> agree(Handle transaction, Cap cap, ActivityCode activity) {
        Credits settled = amounts.settle(transaction, List.of(cap)).get(cap.group());
        if (cap.credits().equals(settled)) {
            return Optional.empty();
        }
        if (amounts.hasOthers(transaction, cap.group(), activity)) {
            return Optional.of(settled);
        }
        groups.findById(cap.group()).capAt(cap.credits());
        groups.flush();
        return Optional.empty();
    }

    PutOutcome<CapGroupView> put(Cap cap, IfMatch ifMatch, String by) {
        return transactions.call(
                transaction -> {
                    // Activities are locked before cap groups everywhere.
                    Map<String, ActivityRevision> members = lockMembers(transaction, cap.group());
                    CapGroup group = groups.lock(cap.group()).orElse(null);
                    if (group == null) {
                        ifMatch.requireNoneOf("cap group " + cap.group());
                        var added = new CapGroup(cap);
                        groups.persistAndFlush(added);
                        return new Created<>(added.view(), added.view().tag());
                    }
                    if (!group.isCappedAt(cap.credits())) {
                        if (!ifMatch.matches(group.view().tag())) {
                            return new Stale<>(group.view().tag());
                        }
                        group.capAt(cap.credits());
                        groups.flush();
                        revise(transaction, members, cap, by);
                    }
                    return new Kept<>(group.view(), group.view().tag());
                });
    }

    private Map<String, ActivityRevision> lockMembers(Handle transaction, String group) {
        List<String> members = amounts.members(transaction, group);
        activities.lock(transaction, members);
        return activities.find(transaction, members);
    }

    private void revise(
            Handle transaction, Map<String, ActivityRevision> locked, Cap cap, String by) {
        // An activity may have joined before the group was locked. None can join now.
        boolean isComplete = locked.keySet().containsAll(amounts.members(transaction, cap.group()));
        Map<String, ActivityRevision> members =
                isComplete ? locked : lockMembers(transaction, cap.group());
        Instant now = clock.instant();
        String reason = "The group %s is capped at %s.".formatted(cap.group(), cap.credits());
        activities.record(
                transaction,
                members.values().stream()
                        .filter(member -> isIn(cap.group(), member.activity()))
                        .map(member -> member.next(capped(member.activity(), cap), now, by))
                        .map(next -> new ActivityChange(next, Occasion.CHANGED, reason))
                        .toList());
    }

    /// An activity may have left the group before it was locked.
    private static boolean isIn(String group, Activity activity) {
        Cap cap = activity.description().cap();
        return cap != null && cap.group().equals(group);
    }

    private static Activity capped(Activity activity, Cap cap) {
        return switch (activity) {
            case Activity.Current current ->
                    current.describedAs(current.description().withCap(cap));
            case Activity.Retired(var before, var retirement) ->
                    before.describedAs(before.description().withCap(cap)).retired(retirement);
        };
    }
}
