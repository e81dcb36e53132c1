package cme.compliance.reassessment;

import cme.chassis.database.Outage;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Lets a reader of lists wait a little until the stored answers are those of today.
@Singleton
public class CatchUp {

    /// The pause while others work on the last of the set.
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Jdbi jdbi;
    private final Reassessments reassessments;
    private final ReassessmentBatch batch;

    CatchUp(Jdbi jdbi, Reassessments reassessments, ReassessmentBatch batch) {
        this.jdbi = jdbi;
        this.reassessments = reassessments;
        this.batch = batch;
    }

    /// Assesses the diplomates who wait, as far as that is possible in the given time. While many
    /// events are still to come it is not possible, and nobody is kept waiting for it.
    ///
    /// @return how many still wait, at least
    public long within(Duration time) {
        if (reassessments.nobodyWaits()) {
            return 0;
        }
        long end = System.nanoTime() + time.toNanos();
        try {
            jdbi.useTransaction(t -> reassessments.collect(withTimeoutAt(end, t)));
        } catch (RuntimeException e) {
            if (Outage.isLockTimeout(e)) {
                // Another transaction is adding some that cannot be seen yet.
                return Math.max(1, reassessments.waiting());
            }
            throw e;
        }
        return workOffUntil(end);
    }

    private long workOffUntil(long end) {
        long waiting = reassessments.waiting();
        while (waiting > 0 && !batch.manyEventsToCome() && System.nanoTime() < end) {
            if (workOffOneUntil(end) == 0) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            waiting = reassessments.waiting();
        }
        return waiting;
    }

    /// Assesses one batch. If another transaction holds one of it for longer, the batch waits on.
    private int workOffOneUntil(long end) {
        try {
            return jdbi.inTransaction(t -> batch.workOff(withTimeoutAt(end, t)));
        } catch (RuntimeException e) {
            return Outage.isLockTimeout(e) ? 0 : batch.afterFailure(e);
        }
    }

    private static Handle withTimeoutAt(long end, Handle transaction) {
        long millis = Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis());
        transaction.execute("set local lock_timeout = " + millis);
        return transaction;
    }
}
