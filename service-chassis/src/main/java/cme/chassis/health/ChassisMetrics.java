package cme.chassis.health;

import cme.chassis.eventlog.Publisher;
import cme.chassis.projector.DeadLetters;
import cme.chassis.projector.ProjectionProgress;
import cme.chassis.projector.Projectors;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// What operations watch: how far events are behind on the way out and on the way in.
@Singleton
class ChassisMetrics {

    private final MeterRegistry registry;
    private final Projectors projectors;
    private final Publisher publisher;
    private final DeadLetters deadLetters;

    ChassisMetrics(
            MeterRegistry registry,
            Projectors projectors,
            Publisher publisher,
            DeadLetters deadLetters) {
        this.registry = registry;
        this.projectors = projectors;
        this.publisher = publisher;
        this.deadLetters = deadLetters;
    }

    void register(@Observes StartupEvent startup) {
        registry.gauge("cme.publisher.leading", publisher, p -> p.isLeading() ? 1 : 0);
        registry.gauge("cme.publisher.unpublished", publisher, Publisher::unpublished);
        registry.gauge("cme.dead.letters", deadLetters, DeadLetters::open);
        for (var progress : projectors.progress()) {
            var tags = Tags.of("topic", progress.topic());
            registry.gauge("cme.projection.lag", tags, progress, ProjectionProgress::lag);
            registry.gauge("cme.projection.applied", tags, progress, ProjectionProgress::applied);
        }
    }
}
