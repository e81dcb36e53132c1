package cme.compliance.calendar;

import biweekly.ICalDataType;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.Related;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Trigger;
import biweekly.util.Duration;

import cme.compliance.ComplianceConfig;
import cme.compliance.rules.DiplomateId;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;

/// Writes events as iCalendar (RFC 5545, RFC 7986). The properties that begin with `X-` say the
/// same to programs that know only them.
final class CalendarWriter {

    private static final String PRODUCT = "-//cme//compliance//EN";

    /// A published event must name an organizer (RFC 5546, section 3.2.1).
    private static final String ORGANIZER = "Board Office";

    /// Reminders come in the morning of their day, not at midnight.
    private static final int REMINDER_HOUR = 9;

    private final ComplianceConfig.Calendar config;

    CalendarWriter(ComplianceConfig.Calendar config) {
        this.config = config;
    }

    String write(
            DiplomateId diplomate,
            List<DeadlineEvent> events,
            Map<CalendarEvents.Key, CalendarEvents.Version> versions) {
        String name = "Certification deadlines " + diplomate;
        Duration refresh = Duration.fromMillis(config.refreshInterval().toMillis());
        var calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setMethod(Method.publish());
        calendar.setName(name);
        calendar.setExperimentalProperty("X-WR-CALNAME", name);
        // The property has no default type, so its type is named (RFC 7986, section 5.7).
        calendar.setExperimentalProperty(
                "REFRESH-INTERVAL", ICalDataType.DURATION, refresh.toString());
        calendar.setExperimentalProperty("X-PUBLISHED-TTL", refresh.toString());
        for (DeadlineEvent event : events) {
            calendar.addEvent(event(diplomate, event, versions.get(CalendarEvents.Key.of(event))));
        }
        return FoldedLines.of(unfolded(calendar));
    }

    private VEvent event(
            DiplomateId diplomate, DeadlineEvent deadline, CalendarEvents.Version version) {
        Date changedAt = Date.from(version.changedAt());
        var event = new VEvent();
        event.setUid(
                "%s-%s-%d@compliance.cme.example"
                        .formatted(diplomate, deadline.requirement(), deadline.dueYear()));
        event.setDateTimeStamp(changedAt);
        event.setLastModified(changedAt);
        event.setSequence(version.sequence());
        event.setOrganizer(new Organizer(ORGANIZER, config.organizer()));
        event.setDateStart(new DateStart(day(deadline.day()), false));
        event.setDateEnd(new DateEnd(day(deadline.day().plusDays(1)), false));
        event.setSummary(deadline.summary());
        event.setDescription(deadline.description());
        event.setTransparency(true);
        if (deadline.isDeadline()) {
            config.reminderDays().forEach(days -> event.addAlarm(alarm(days, deadline)));
        }
        return event;
    }

    private static VAlarm alarm(int days, DeadlineEvent deadline) {
        Duration before =
                Duration.builder().prior(true).days(days - 1).hours(24 - REMINDER_HOUR).build();
        return VAlarm.display(new Trigger(before, Related.START), deadline.summary());
    }

    /// The library turns the instant back into a date in the zone of the machine.
    private static Date day(LocalDate date) {
        return Date.from(date.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }

    /// The library folds lines by characters and not by octets, so it leaves them whole here.
    private static String unfolded(ICalendar calendar) {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
