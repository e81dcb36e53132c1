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

/// Keeps an eye on the set of reassessments from start to shutdown.
@Singleton
class ReassessmentWorker {

    private static final Logger LOG = Logger.getLogger(ReassessmentWorker.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

    private final Reassessor reassessor;
    private final ComplianceConfig.Reassessment config;
    private volatile boolean stopped;
    private final List<Thread> threads = new ArrayList<>();

    ReassessmentWorker(Reassessor reassessor, ComplianceConfig config) {
        this.reassessor = reassessor;
        this.config = config.reassessment();
    }

    void start(@Observes StartupEvent startup, MeterRegistry registry) {
        registry.gauge("cme.reassessment.waiting", reassessor, Reassessor::waiting);
        registry.gauge("cme.reassessment.assessed", reassessor, Reassessor::assessed);
        registry.gauge("cme.reassessment.failed", reassessor, Reassessor::failed);
        for (int i = 0; config.enabled() && i < config.workers(); i++) {
            var name = "reassessment-" + i;
            // One is enough for what nobody waits for.
            boolean renews = config.renewDaily() && i == 0;
            threads.add(Thread.ofPlatform().name(name).daemon().start(() -> run(renews)));
        }
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        stopped = true;
        threads.forEach(LockSupport::unpark);
        for (var thread : threads) {
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void run(boolean renews) {
        while (!stopped) {
            try {
                reassessor.collect();
                while (!stopped && reassessor.workOff() > 0) {
                    // The set is worked off without a pause.
                }
                if (stopped || !renews || reassessor.renew() == 0) {
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
