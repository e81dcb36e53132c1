package cme.compliance.readiness;

import cme.chassis.eventlog.EventLog;
import cme.chassis.eventlog.NewEvent;
import cme.chassis.eventlog.PublishedTopic;
import cme.chassis.json.StrictJson;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Finding;
import cme.compliance.rules.Status;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Appends readiness events to the event log, which publishes them.
@Singleton
public class ReadinessTopic {

    static final String TOPIC = "compliance.readiness.v1";
    static final String CHANGED = "cme.compliance.readiness.changed";
    private static final String SCHEMA =
            "https://contracts.cme.example/compliance/v1/readiness.schema.json";

    private static final ObjectWriter WRITER = StrictJson.mapper().writerFor(ReadinessEvent.class);

    private final EventLog log;

    ReadinessTopic(EventLog log) {
        this.log = log;
    }

    @Produces
    @Singleton
    static PublishedTopic topic() {
        return new PublishedTopic(TOPIC, Map.of(CHANGED, SCHEMA));
    }

    /// Appends an event for each of the changes.
    ///
    /// @param at when the event of each diplomate is recorded
    /// @param by the subject that caused the changes
    public void append(
            Handle transaction,
            List<ReadinessChange> changes,
            Map<DiplomateId, Instant> at,
            String by) {
        log.append(
                transaction,
                changes.stream()
                        .map(change -> event(change, at.get(change.status().diplomate()), by))
                        .map(
                                event ->
                                        new NewEvent(
                                                event.diplomateId(),
                                                CHANGED,
                                                written(event),
                                                event.recordedAt(),
                                                by))
                        .toList());
    }

    private static ReadinessEvent event(ReadinessChange change, Instant at, String by) {
        Status status = change.status();
        return new ReadinessEvent(
                status.diplomate().value(),
                change.revision(),
                status.asOf(),
                status.ruleSet().value(),
                status.ruleSetVersion(),
                status.pathway(),
                status.standing(),
                change.before() == null ? null : change.before().standing(),
                status.summary(),
                status.nextDeadline(),
                status.nextChangeOn(),
                status.findings().stream().map(f -> finding(change, f)).toList(),
                at,
                by);
    }

    private static ReadinessEvent.FindingState finding(ReadinessChange change, Finding finding) {
        return new ReadinessEvent.FindingState(
                finding.requirement().value(),
                change.status().cycle().startYear(),
                finding.dueYear(),
                finding.deadline(),
                finding.state(),
                change.stateBefore(finding.key()),
                finding.unit(),
                finding.required().toBigDecimal(),
                finding.earned().toBigDecimal(),
                finding.remaining().toBigDecimal());
    }

    private static String written(ReadinessEvent event) {
        try {
            return WRITER.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The event cannot be written as JSON", e);
        }
    }
}
