package cme.compliance.reassessment;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Says how many wait to be assessed again. The service stays ready: a status that waits is
/// computed when it is asked for, and the lists say how many they may be wrong about.
@Readiness
@Singleton
class ReassessmentHealth implements HealthCheck {

    private final Reassessor reassessor;

    ReassessmentHealth(Reassessor reassessor) {
        this.reassessor = reassessor;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("reassessment")
                .up()
                .withData("waiting", reassessor.waiting())
                .withData("failed", reassessor.failed())
                .build();
    }
}
