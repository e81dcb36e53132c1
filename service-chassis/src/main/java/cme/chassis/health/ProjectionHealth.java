package cme.chassis.health;

import cme.chassis.projector.ProjectionProgress;
import cme.chassis.projector.ProjectionProgress.State;
import cme.chassis.projector.Projectors;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/// A service is not ready while a projection applies the events from before its start, because its
/// answers would be outdated. Later it stays ready and reports the lag: without Kafka a service
/// goes on answering from its copies.
@Readiness
@Singleton
class ProjectionHealth implements HealthCheck {

    private final Projectors projectors;

    ProjectionHealth(Projectors projectors) {
        this.projectors = projectors;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health = HealthCheckResponse.named("projections").up();
        for (ProjectionProgress progress : projectors.progress()) {
            health.withData(progress.topic(), progress.state().name());
            health.withData(progress.topic() + ".lag", progress.lag());
            if (progress.state() == State.CATCHING_UP) {
                health.down();
            }
        }
        return health.build();
    }
}
