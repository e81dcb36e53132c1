package cme.compliance.activity;

import cme.chassis.projector.ReceivedEvent;
import cme.chassis.projector.UnreadableEvent;
import cme.chassis.rebuild.CopyTable;
import cme.chassis.rebuild.Rebuildable;
import cme.compliance.diplomate.Diplomates;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Rebuilds the copy of the catalog. The rebuild of the evidence marks all diplomates for
/// reassessment, so this one marks none.
@Singleton
class ActivityRebuild implements Rebuildable<ActivityEvent> {

    private final Activities activities;
    private final Diplomates diplomates;

    ActivityRebuild(Activities activities, Diplomates diplomates) {
        this.activities = activities;
        this.diplomates = diplomates;
    }

    @Override
    public String topic() {
        return ActivityProjection.TOPIC;
    }

    @Override
    public List<CopyTable> tables() {
        return List.of(CopyTable.of("activity_revision", "code", "code", "revision"));
    }

    @Override
    public ActivityEvent read(ReceivedEvent event) throws UnreadableEvent {
        return ActivityProjection.reading(event);
    }

    @Override
    public void store(Handle transaction, List<ActivityEvent> events) {
        activities.store(transaction, events);
    }

    @Override
    public void exchange(Handle transaction, Set<String> subjects, Runnable exchange) {
        diplomates.changeActivities(transaction);
        Set<Activities.Key> before = activities.stored(transaction, subjects);
        exchange.run();
        activities.noteLate(
                transaction,
                activities.stored(transaction, subjects).stream()
                        .filter(revision -> !before.contains(revision))
                        .toList());
        activities.changed(transaction);
    }
}
