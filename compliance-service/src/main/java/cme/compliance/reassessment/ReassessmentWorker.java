package cme.compliance.reassessment;

import cme.chassis.database.Outage;
import cme.compliance.ComplianceConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/// Works off the set of reassessments from start to shutdown.
@Singleton
class ReassessmentWorker {

    private static final Logger LOG = Logger.getLogger(ReassessmentWorker.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

    private final Reassessments reassessments;
    private final ReassessmentBatch batch;
    private final DailyRenewal renewal;
    private final ComplianceConfig.Reassessment config;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    ReassessmentWorker(
            Reassessments reassessments,
            ReassessmentBatch batch,
            DailyRenewal renewal,
            ComplianceConfig config) {
        this.reassessments = reassessments;
        this.batch = batch;
        this.renewal = renewal;
        this.config = config.reassessment();
    }

    void start(@Observes StartupEvent startup, MeterRegistry registry) {
        registry.gauge("cme.reassessment.waiting", reassessments, Reassessments::waiting);
        registry.gauge("cme.reassessment.assessed", batch, ReassessmentBatch::assessed);
        registry.gauge("cme.reassessment.failed", batch, ReassessmentBatch::failed);
        for (int i = 0; config.enabled() && i < config.workers(); i++) {
            // Nobody waits for a renewal, so one worker is enough.
            boolean renews = config.renewDaily() && i == 0;
            String name = "reassessment-" + i;
            threads.add(Thread.ofPlatform().name(name).daemon().start(() -> run(renews)));
        }
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        stopped = true;
        threads.forEach(LockSupport::unpark);
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void run(boolean renews) {
        while (!stopped) {
            try {
                reassessments.collect();
                while (!stopped && batch.workOff() > 0) {
                    // The set is worked off without a pause.
                }
                if (stopped || !renews || renewal.renew() == 0) {
                    pause(config.interval());
                }
            } catch (RuntimeException e) {
                LOG.warnf(
                        "Reassessment pauses: %s",
                        Outage.isBehind(e) ? Outage.of(e) : e.toString());
                pause(PAUSE_AFTER_FAILURE);
            }
        }
    }

    private void pause(Duration time) {
        if (!stopped) {
            LockSupport.parkNanos(time.toNanos());
        }
    }
}
