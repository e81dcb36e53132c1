package cme.compliance.reassessment;

import cme.chassis.database.Outage;
import cme.compliance.ComplianceConfig;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Keeps an eye on the set of reassessments from start to shutdown.
@Singleton
class ReassessmentWorker {

    private static final Logger LOG = Logger.getLogger(ReassessmentWorker.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

    private final Reassessor reassessor;
    private final ComplianceConfig.Reassessment config;
    private volatile boolean stopped;
    private @Nullable Thread thread;

    ReassessmentWorker(Reassessor reassessor, ComplianceConfig config) {
        this.reassessor = reassessor;
        this.config = config.reassessment();
    }

    void start(@Observes StartupEvent startup, MeterRegistry registry) {
        registry.gauge("cme.reassessment.waiting", reassessor, Reassessor::waiting);
        registry.gauge("cme.reassessment.assessed", reassessor, Reassessor::assessed);
        registry.gauge("cme.reassessment.failed", reassessor, Reassessor::failed);
        if (config.enabled()) {
            thread = Thread.ofPlatform().name("reassessment").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        stopped = true;
        if (thread != null) {
            LockSupport.unpark(thread);
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void run() {
        while (!stopped) {
            try {
                reassessor.collect();
                while (!stopped && reassessor.workOff() > 0) {
                    // The set is worked off without a pause.
                }
                pause(config.interval());
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
