package cme.compliance.status;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateStart;
import cme.compliance.rules.Amount.Unit;
import cme.compliance.rules.Finding;
import cme.compliance.rules.Status;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;

/// Open findings as all-day events on their deadlines (iCalendar, RFC 5545).
final class StatusCalendar {

    private static final String PRODUCT = "-//cme//compliance//EN";

    private StatusCalendar() {}

    static String of(Status status) {
        var calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        status.findings().stream()
                .filter(finding -> finding.state().open())
                .map(finding -> event(status, finding))
                .forEach(calendar::addEvent);
        return Biweekly.write(calendar).go();
    }

    /// The same finding keeps its identity, so that a calendar that is read again updates it.
    private static VEvent event(Status status, Finding finding) {
        var event = new VEvent();
        event.setUid(
                "%s-%s-%d@compliance.cme.example"
                        .formatted(status.diplomate(), finding.requirement(), finding.dueYear()));
        event.setDateTimeStamp(Date.from(status.knownAt()));
        event.setDateStart(new DateStart(day(finding.deadline()), false));
        event.setSummary("Deadline: " + finding.title());
        event.setDescription(
                "%s of %s %s, %s to go. Completed from %s to %s counts. State on %s: %s."
                        .formatted(
                                finding.earned(),
                                finding.required(),
                                finding.unit() == Unit.CREDIT ? "credits" : "activities",
                                finding.remaining(),
                                finding.window().from(),
                                finding.window().to(),
                                status.asOf(),
                                finding.state()));
        event.setTransparency(true);
        return event;
    }

    /// The library turns it into a date in the zone of the machine.
    private static Date day(LocalDate date) {
        return Date.from(date.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }
}
