package cme.chassis.chain;

import cme.chassis.ChassisConfig;
import cme.chassis.eventlog.PublishedTopic;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;

/// Does the checks of everything that are asked for, and asks for one by itself from time to time,
/// because the running check does not read events.
@Singleton
class RequestedChecks {

    /// Who asks for the regular one.
    private static final String REGULAR = "regular check";

    private static final Duration POLL = Duration.ofMillis(500);

    private final Checks checks;
    private final Verifications verifications;
    private final CheckTimes times;
    private final ChassisConfig.Chain config;

    /// When to look for a request, by [System#nanoTime].
    private long nextLook = System.nanoTime();

    RequestedChecks(
            Checks checks, Verifications verifications, CheckTimes times, ChassisConfig config) {
        this.checks = checks;
        this.verifications = verifications;
        this.times = times;
        this.config = config.chain();
    }

    /// How often it looks for a request.
    Duration poll() {
        return config.checkInterval().compareTo(POLL) < 0 ? config.checkInterval() : POLL;
    }

    /// Does a check that is asked for, if any. Afterwards the next one waits as long as this one
    /// took, so that the running check goes on whoever asks how often.
    void runIfDue(Handle handle, BooleanSupplier stopped) {
        long begun = System.nanoTime();
        if (begun - nextLook < 0) {
            return;
        }
        requestRegular(handle);
        verifications.running(handle).ifPresent(id -> run(handle, id, stopped));
        long end = System.nanoTime();
        nextLook = end + Math.max(poll().toNanos(), end - begun);
    }

    private void requestRegular(Handle handle) {
        if (times.since(handle, CheckTimes.VERIFICATION).compareTo(config.verificationInterval())
                > 0) {
            times.note(handle, List.of(CheckTimes.VERIFICATION));
            verifications.request(REGULAR);
        }
    }

    private void run(Handle handle, long id, BooleanSupplier stopped) {
        var progress = new VerificationProgress();
        for (Check check : checks.ofVerification()) {
            run(handle, id, check, progress, stopped);
        }
        for (PublishedTopic topic : checks.topics()) {
            try (TopicCheck check = checks.of(topic, handle)) {
                run(handle, id, check, progress, stopped);
            }
        }
        if (!stopped.getAsBoolean()) {
            verifications.save(handle, id, progress, true);
            progress.findings().forEach(Findings::log);
        }
    }

    private void run(
            Handle handle,
            long id,
            Check check,
            VerificationProgress progress,
            BooleanSupplier stopped) {
        Check.Step step;
        do {
            if (stopped.getAsBoolean()) {
                return;
            }
            step = GuardedStep.take(handle, check);
            progress.add(check, step);
            verifications.save(handle, id, progress, false);
        } while (!step.isLast());
    }
}
