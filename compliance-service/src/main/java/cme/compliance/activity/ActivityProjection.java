package cme.compliance.activity;

import cme.chassis.projector.Projection;
import cme.chassis.projector.ReceivedEvent;
import cme.chassis.projector.UnreadableEvent;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.evidence.Evidence;
import cme.compliance.reassessment.Reassessments;
import cme.compliance.rules.DiplomateId;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Stores activities from the catalog and marks the diplomates who completed them for reassessment.
@Singleton
class ActivityProjection implements Projection<ActivityEvent> {

    static final String TOPIC = "catalog.activities.v1";

    private static final String TYPE_PREFIX = "cme.catalog.activity.";

    private final Activities activities;
    private final Evidence evidence;
    private final Diplomates diplomates;
    private final Reassessments reassessments;

    ActivityProjection(
            Activities activities,
            Evidence evidence,
            Diplomates diplomates,
            Reassessments reassessments) {
        this.activities = activities;
        this.evidence = evidence;
        this.diplomates = diplomates;
        this.reassessments = reassessments;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public ActivityEvent read(ReceivedEvent received) throws UnreadableEvent {
        return reading(received);
    }

    static ActivityEvent reading(ReceivedEvent received) throws UnreadableEvent {
        if (received.type() == null || !received.type().startsWith(TYPE_PREFIX)) {
            throw new UnreadableEvent("Unknown type " + received.type());
        }
        ActivityEvent event = received.as(ActivityEvent.class);
        try {
            event.forRules();
        } catch (IllegalArgumentException | ArithmeticException | NullPointerException e) {
            throw new UnreadableEvent("Not a valid activity: " + e.getMessage());
        }
        return event;
    }

    @Override
    public void apply(Handle transaction, List<ActivityEvent> events) {
        diplomates.changeActivities(transaction);
        List<String> changed = activities.add(transaction, events);
        if (!changed.isEmpty()) {
            List<DiplomateId> concerned = evidence.diplomatesWith(transaction, changed);
            reassessments.add(transaction, concerned, Reassessments.Reason.ACTIVITY);
        }
    }
}
