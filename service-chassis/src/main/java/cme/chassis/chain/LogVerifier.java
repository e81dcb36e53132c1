package cme.chassis.chain;

import cme.chassis.ChassisConfig;
import cme.chassis.database.LeaderThread;
import cme.chassis.database.Leadership;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Checks log, chain, checkpoints and current rows against each other, round after round in a share
/// of the time, and everything at once when somebody asks for it.
@Singleton
public class LogVerifier {

    private static final long LOCK = 0x434d455f564552L;

    private final Checks checks;
    private final RequestedChecks requested;
    private final CheckTimes times;
    private final CheckpointTopic checkpointTopic;
    private final CheckpointKeys keys;
    private final Findings findings;
    private final Clock clock;
    private final ChassisConfig.Chain config;
    private final TimeShare share;
    private final LeaderThread thread;

    LogVerifier(
            Jdbi jdbi,
            Checks checks,
            RequestedChecks requested,
            CheckTimes times,
            CheckpointTopic checkpointTopic,
            CheckpointKeys keys,
            Findings findings,
            Clock clock,
            ChassisConfig config) {
        this.checks = checks;
        this.requested = requested;
        this.times = times;
        this.checkpointTopic = checkpointTopic;
        this.keys = keys;
        this.findings = findings;
        this.clock = clock;
        this.config = config.chain();
        this.thread =
                new LeaderThread(
                        "event-log-verifier",
                        jdbi,
                        LOCK,
                        config.publisher().takeoverInterval(),
                        this::check);
        this.share = new TimeShare(this.config.checkShare(), thread::isStopped);
    }

    void start(@Observes StartupEvent startup) {
        if (config.enabled()) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        thread.stop();
    }

    /// True while this is the instance that checks.
    public boolean isLeading() {
        return thread.isLeading();
    }

    /// The time since any instance completed a round.
    public Duration sinceRound() {
        return times.since(CheckTimes.ROUND);
    }

    /// The time since the chain was compared with the checkpoints that were published; zero when
    /// nothing is signed.
    public Duration sincePublishedCompared() {
        return keys.signing().isPresent() ? times.since(checkpointTopic.name()) : Duration.ZERO;
    }

    private void check(Leadership leadership) {
        Handle handle = leadership.handle();
        times.begin(
                handle, List.of(CheckTimes.ROUND, CheckTimes.VERIFICATION, checkpointTopic.name()));
        thread.begun();
        while (!thread.isStopped()) {
            round(handle);
            long next = System.nanoTime() + config.checkInterval().toNanos();
            while (!thread.isStopped() && System.nanoTime() < next) {
                requested.runIfDue(handle, thread::isStopped);
                LockSupport.parkNanos(requested.poll().toNanos());
            }
        }
    }

    private void round(Handle handle) {
        Instant begun = clock.instant();
        Set<String> places = new HashSet<>();
        for (Check check : checks.ofRound()) {
            Check.Step step;
            do {
                requested.runIfDue(handle, thread::isStopped);
                if (thread.isStopped()) {
                    return;
                }
                long start = System.nanoTime();
                step = GuardedStep.take(handle, check);
                findings.add(handle, step.findings());
                share.pauseAfter(start);
            } while (!step.isLast());
            if (!step.isSkipped()) {
                places.addAll(check.places());
            }
        }
        findings.removeNotSeenSince(handle, begun, places);
        places.add(CheckTimes.ROUND);
        times.note(handle, places);
    }
}
