package cme.chassis.chain;

import cme.chassis.ChassisConfig;
import cme.chassis.database.LeaderThread;
import cme.chassis.database.Leadership;
import cme.chassis.database.Outage;
import cme.chassis.eventlog.PublishedTopic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Checks log, chain, checkpoints and current rows against each other, round after round in a share
/// of the time, and everything at once when somebody asks for it.
@Singleton
public class LogVerifier {

    private static final Logger LOG = Logger.getLogger(LogVerifier.class);
    private static final long LOCK = 0x434d455f564552L;

    /// A request is noticed after this time.
    private static final Duration POLL = Duration.ofMillis(500);

    private final Checks checks;
    private final Verifications verifications;
    private final Findings findings;
    private final Clock clock;
    private final ChassisConfig.Chain config;
    private final TimeShare share;
    private final LeaderThread thread;
    private volatile Instant completedAt;

    LogVerifier(
            Jdbi jdbi,
            Checks checks,
            Verifications verifications,
            Findings findings,
            Clock clock,
            ChassisConfig config) {
        this.checks = checks;
        this.verifications = verifications;
        this.findings = findings;
        this.clock = clock;
        this.completedAt = clock.instant();
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

    /// The time since this instance completed a round or became the one that checks; zero in other
    /// instances.
    public Duration sinceRound() {
        return thread.isLeading() ? Duration.between(completedAt, clock.instant()) : Duration.ZERO;
    }

    private void check(Leadership leadership) {
        completedAt = clock.instant();
        thread.begun();
        Handle handle = leadership.handle();
        while (!thread.isStopped()) {
            round(handle);
            long next = System.nanoTime() + config.checkInterval().toNanos();
            while (!thread.isStopped() && System.nanoTime() < next) {
                verifyIfRequested(handle);
                LockSupport.parkNanos(Math.min(POLL.toNanos(), config.checkInterval().toNanos()));
            }
        }
    }

    private void round(Handle handle) {
        Instant begun = clock.instant();
        Set<String> places = new HashSet<>();
        for (Check check : checks.ofRound()) {
            Check.Step step;
            do {
                verifyIfRequested(handle);
                if (thread.isStopped()) {
                    return;
                }
                long start = System.nanoTime();
                step = step(handle, check);
                findings.add(handle, step.findings());
                share.pauseAfter(start);
            } while (!step.isLast());
            if (!step.isSkipped()) {
                places.addAll(check.places());
            }
        }
        findings.removeNotSeenSince(handle, begun, places);
        completedAt = clock.instant();
    }

    /// Data that makes a check fail is itself a finding, not a reason to end.
    private static Check.Step step(Handle handle, Check check) {
        try {
            return check.step(handle);
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            LOG.errorf(e, "%s cannot be checked", check.place());
            return new Check.Step(
                    0,
                    true,
                    List.of(
                            new Finding(
                                    Finding.Kind.UNREADABLE,
                                    check.place(),
                                    0,
                                    "",
                                    "%s cannot be checked; the log of the service says why."
                                            .formatted(check.place()))));
        }
    }

    private void verifyIfRequested(Handle handle) {
        Optional<Long> requested = verifications.running(handle);
        requested.ifPresent(id -> verify(handle, id));
    }

    private void verify(Handle handle, long id) {
        var progress = new VerificationProgress();
        checks.ofVerification().forEach(check -> run(handle, id, check, progress));
        for (PublishedTopic topic : checks.topics()) {
            try (TopicCheck check = checks.of(topic, handle)) {
                run(handle, id, check, progress);
            }
        }
        if (!thread.isStopped()) {
            verifications.save(handle, id, progress, true);
            progress.findings().forEach(Findings::log);
        }
    }

    private void run(Handle handle, long id, Check check, VerificationProgress progress) {
        Check.Step step;
        do {
            if (thread.isStopped()) {
                return;
            }
            step = step(handle, check);
            progress.add(check, step);
            verifications.save(handle, id, progress, false);
        } while (!step.isLast());
    }
}
