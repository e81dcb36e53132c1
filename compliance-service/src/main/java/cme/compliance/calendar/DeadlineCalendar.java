package cme.compliance.calendar;

import cme.chassis.problem.NoSuchResource;
import cme.compliance.ComplianceConfig;
import cme.compliance.assessment.AssessmentInputs;
import cme.compliance.assessment.StatusQuestion;
import cme.compliance.diplomate.BoardClock;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Status;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/// The deadlines of a diplomate as an iCalendar document. It is the same, byte for byte, until a
/// deadline or what it is about changes.
@Singleton
class DeadlineCalendar {

    private final AssessmentInputs inputs;
    private final CalendarEvents events;
    private final Jdbi jdbi;
    private final BoardClock clock;
    private final CalendarWriter writer;

    DeadlineCalendar(
            AssessmentInputs inputs,
            CalendarEvents events,
            Jdbi jdbi,
            BoardClock clock,
            ComplianceConfig config) {
        this.inputs = inputs;
        this.events = events;
        this.jdbi = jdbi;
        this.clock = clock;
        this.writer = new CalendarWriter(config.calendar());
    }

    /// @throws NoSuchResource when the diplomate has no cycle
    String of(DiplomateId diplomate) {
        Status status = inputs.of(diplomate, StatusQuestion.OF_TODAY).assess();
        List<DeadlineEvent> open = DeadlineEvent.of(status);
        Map<CalendarEvents.Key, CalendarEvents.Version> versions =
                jdbi.inTransaction(
                        transaction ->
                                events.versionsOf(transaction, diplomate, open, clock.now()));
        return writer.write(diplomate, open, versions);
    }
}
