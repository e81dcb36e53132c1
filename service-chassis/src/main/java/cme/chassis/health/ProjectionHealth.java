package cme.chassis.health;

import cme.chassis.projector.ProjectionProgress.State;
import cme.chassis.projector.Projectors;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Not ready while a projection applies what came before the service was started: its answers would
/// be of yesterday. Once it is ready it stays so, and says how far it is behind: without Kafka a
/// service goes on answering from what it knows.
@Readiness
@Singleton
class ProjectionHealth implements HealthCheck {

    private final Projectors projectors;

    ProjectionHealth(Projectors projectors) {
        this.projectors = projectors;
    }

    @Override
    public HealthCheckResponse call() {
        var health = HealthCheckResponse.named("projections").up();
        for (var progress : projectors.progress()) {
            health.withData(progress.topic(), progress.state().name());
            health.withData(progress.topic() + ".lag", progress.lag());
            if (progress.state() == State.CATCHING_UP) {
                health.down();
            }
        }
        return health.build();
    }
}
