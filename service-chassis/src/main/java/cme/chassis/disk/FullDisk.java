package cme.chassis.disk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// A disk from the first write that found no room until one finds room again.
public final class FullDisk {

    private static final Logger LOG = Logger.getLogger(FullDisk.class);

    /// The disk counts as full for this long after a write that failed. Then a trial decides.
    static final Duration PAUSE = Duration.ofSeconds(10);

    /// Writes something that needs room, and removes it.
    @FunctionalInterface
    public interface Trial {
        void write() throws Exception;
    }

    private final String whose;
    private final Trial trial;
    private final Clock clock;
    private @Nullable Instant failedAt;

    /// @param whose for the log and for readiness, such as `database`
    public FullDisk(String whose, Trial trial, Clock clock) {
        this.whose = whose;
        this.trial = trial;
        this.clock = clock;
    }

    public String whose() {
        return whose;
    }

    /// A write found no room. The first one is an error in the log.
    public synchronized void failed(Throwable failure) {
        if (failedAt == null) {
            LOG.errorf("The disk of the %s is full: %s", whose, failure.getMessage());
        }
        failedAt = clock.instant();
    }

    /// True until a trial write succeeds.
    public synchronized boolean isFull() {
        if (failedAt != null && !failedAt.plus(PAUSE).isAfter(clock.instant())) {
            try {
                trial.write();
                failedAt = null;
                LOG.infof("The disk of the %s has room again", whose);
            } catch (Exception stillFull) {
                failed(stillFull);
            }
        }
        return failedAt != null;
    }
}
