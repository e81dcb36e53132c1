package cme.credit.activity;

import cme.chassis.projector.Projection;
import cme.chassis.projector.ReceivedEvent;
import cme.chassis.projector.UnreadableEvent;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Handle;

import java.util.List;

/// Keeps the copy of the catalog's activities.
@Singleton
final class ActivityProjection implements Projection<Activity> {
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
        return event.as(ActivityEvent.class).activity();
    }

    @Override
    public void apply(Handle transaction, List<Activity> events) {
        activities.put(transaction, events);
    }
}
