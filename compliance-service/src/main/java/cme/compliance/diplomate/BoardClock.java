package cme.compliance.diplomate;

import cme.compliance.ComplianceConfig;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/// The board's time: its days begin and end in the time zone of its deadlines.
@Singleton
public class BoardClock {

    private final Clock clock;
    private final ComplianceConfig config;

    BoardClock(Clock clock, ComplianceConfig config) {
        this.clock = clock;
        this.config = config;
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return dayOf(now());
    }

    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, config.zone());
    }

    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(config.zone()).toInstant();
    }
}
