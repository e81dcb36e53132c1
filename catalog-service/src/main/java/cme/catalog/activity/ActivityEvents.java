package cme.catalog.activity;

import cme.chassis.eventlog.EventLog;
import cme.chassis.eventlog.NewEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Appends the events of changes to the log. A reason becomes an event of its own, which the topic
/// does not carry.
@Singleton
class ActivityEvents {

    private final EventLog log;
    private final ObjectMapper mapper;

    ActivityEvents(EventLog log, ObjectMapper mapper) {
        this.log = log;
        this.mapper = mapper;
    }

    private record Reason(int revision, String reason) {}

    void append(Handle transaction, List<ActivityChange> changes) {
        log.append(transaction, changes.stream().flatMap(this::events).toList());
    }

    private Stream<NewEvent> events(ActivityChange change) {
        ActivityRevision revision = change.revision();
        NewEvent state = event(revision, change.occasion().eventType(), ActivityEvent.of(revision));
        return change.reason() == null
                ? Stream.of(state)
                : Stream.of(
                        state,
                        event(
                                revision,
                                Occasion.REASON_TYPE,
                                new Reason(revision.number(), change.reason())));
    }

    private NewEvent event(ActivityRevision revision, String type, Object payload) {
        try {
            return new NewEvent(
                    revision.code(),
                    type,
                    mapper.writeValueAsString(payload),
                    revision.recordedAt(),
                    revision.recordedBy());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The event cannot be written as JSON", e);
        }
    }
}
