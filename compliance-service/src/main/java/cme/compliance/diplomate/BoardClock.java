package cme.compliance.diplomate;

import cme.compliance.ComplianceConfig;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/// The board's time, for what is about no single diplomate. The days of a diplomate begin and end
/// in the zone of their rule set.
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
        return LocalDate.ofInstant(now(), config.zone());
    }

    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(config.zone()).toInstant();
    }
}
