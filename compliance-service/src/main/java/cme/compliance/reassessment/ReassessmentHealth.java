package cme.compliance.reassessment;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Reports how many wait to be assessed again. The service stays ready: a status that waits is
/// computed when it is asked for, and the lists say how many of their entries may be outdated.
@Readiness
@Singleton
class ReassessmentHealth implements HealthCheck {

    private final Reassessments reassessments;
    private final ReassessmentBatch batch;

    ReassessmentHealth(Reassessments reassessments, ReassessmentBatch batch) {
        this.reassessments = reassessments;
        this.batch = batch;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("reassessment")
                .up()
                .withData("waiting", reassessments.waiting())
                .withData("failed", batch.failed())
                .build();
    }
}
