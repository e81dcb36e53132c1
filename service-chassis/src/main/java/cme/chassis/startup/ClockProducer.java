package cme.chassis.startup;

import io.quarkus.arc.DefaultBean;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;

/// Makes the clock of the service. Tests replace it.
final class ClockProducer {

    /// UTC in whole microseconds, the precision of the database, so that a stored instant is read
    /// back unchanged.
    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
