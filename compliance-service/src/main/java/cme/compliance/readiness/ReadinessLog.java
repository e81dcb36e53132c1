package cme.compliance.readiness;

import cme.chassis.eventlog.EventLog;
import cme.chassis.eventlog.NewEvent;
import cme.chassis.eventlog.PublishedTopic;
import cme.chassis.json.StrictJson;
import cme.compliance.rules.Finding;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Writes the events of this service into its log, from where they go to Kafka.
@Singleton
public class ReadinessLog {

    static final String TOPIC = "compliance.readiness.v1";
    static final String CHANGED = "cme.compliance.readiness.changed";

    private static final ObjectWriter WRITER = StrictJson.mapper().writerFor(ReadinessEvent.class);

    private final EventLog log;

    ReadinessLog(EventLog log) {
        this.log = log;
    }

    @Produces
    @Singleton
    static PublishedTopic topic() {
        return new PublishedTopic(TOPIC, Set.of(CHANGED));
    }

    /// Tells of those changes in which a standing or the state of a finding is another one.
    ///
    /// @param by who caused them
    public void tell(Handle transaction, List<Change> changes, Instant at, String by) {
        log.append(
                transaction,
                changes.stream()
                        .filter(Change::matters)
                        .map(change -> event(change, at, by))
                        .map(
                                event ->
                                        new NewEvent(
                                                event.diplomateId(),
                                                CHANGED,
                                                written(event),
                                                at,
                                                by))
                        .toList());
    }

    private static ReadinessEvent event(Change change, Instant at, String by) {
        var status = change.status();
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

    private static ReadinessEvent.FindingState finding(Change change, Finding finding) {
        return new ReadinessEvent.FindingState(
                finding.requirement().value(),
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
            throw new IllegalStateException(e);
        }
    }
}
