package cme.chassis.startup;

import io.quarkus.arc.DefaultBean;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;

/// The clock of the service; tests put their own in its place.
final class ClockProducer {

    /// UTC in whole microseconds, which is what the database keeps: an instant survives the way
    /// there and back unchanged.
    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
