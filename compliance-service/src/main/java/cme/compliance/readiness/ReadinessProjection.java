package cme.compliance.readiness;

import cme.chassis.projector.Projection;
import cme.chassis.projector.ReceivedEvent;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Reads what is on the service's own topic and keeps nothing of it. No other service reads it, so
/// nobody else would tell soon that somebody writes there: an event that this service has not
/// signed becomes a dead letter, with its alert.
@Singleton
final class ReadinessProjection implements Projection<ReceivedEvent> {

    @Override
    public String topic() {
        return ReadinessTopic.TOPIC;
    }

    @Override
    public ReceivedEvent read(ReceivedEvent event) {
        return event;
    }

    @Override
    public void apply(Handle transaction, List<ReceivedEvent> events) {
        // They are signed, which is all that is asked.
    }
}
