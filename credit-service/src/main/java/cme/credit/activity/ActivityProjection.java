package cme.credit.activity;

import cme.chassis.projector.Projection;
import cme.chassis.projector.ReceivedEvent;
import cme.chassis.projector.UnreadableEvent;
import cme.chassis.rebuild.CopyTable;
import cme.chassis.rebuild.Rebuildable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Keeps the copy of the catalog's activities and rebuilds it on demand.
@Singleton
final class ActivityProjection implements Projection<Activity>, Rebuildable<Activity> {
    private static final String TYPE_PREFIX = "cme.catalog.activity.";

    private final Activities activities;

    ActivityProjection(Activities activities) {
        this.activities = activities;
    }

    @Override
    public String topic() {
        return "catalog.activities.v1";
    }

    @Override
    public Activity read(ReceivedEvent event) throws UnreadableEvent {
        if (event.type() == null || !event.type().startsWith(TYPE_PREFIX)) {
            throw new UnreadableEvent("Unknown type " + event.type());
        }
        return event.as(Activity.class);
    }

    @Override
    public void apply(Handle transaction, List<Activity> events) {
        activities.put(transaction, events);
    }

    @Override
    public List<CopyTable> tables() {
        return List.of(CopyTable.of("activity", "code", "code"));
    }

    @Override
    public void store(Handle transaction, List<Activity> events) {
        activities.put(transaction, events);
    }

    /// Completions that were judged by the old copy are not judged again.
    @Override
    public void exchange(Handle transaction, Set<String> subjects, Runnable exchange) {
        exchange.run();
    }
}
