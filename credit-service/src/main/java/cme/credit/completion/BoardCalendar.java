package cme.credit.completion;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/// The board's calendar: the day begins and ends in New York (domain, section 4).
public final class BoardCalendar {
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    private BoardCalendar() {}

    public static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZONE);
    }

    public static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toOffsetDateTime();
    }
}
