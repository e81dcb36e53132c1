package cme.compliance.reassessment;

import cme.chassis.database.Outage;
import cme.chassis.database.QueryPlans;
import cme.chassis.projector.ProjectionProgress;
import cme.chassis.projector.Projectors;
import cme.compliance.ComplianceConfig;
import cme.compliance.diplomate.Assessor;
import cme.compliance.diplomate.BoardClock;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.RuleSet;
import cme.compliance.ruleset.RuleSetDocument;
import cme.compliance.ruleset.RuleSets;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Works off the set of those who wait to be assessed again, a batch a transaction.
@Singleton
public class Reassessor {

    private static final Logger LOG = Logger.getLogger(Reassessor.class);
    private static final String BY = "reassessment";

    /// While others work on the last of the set.
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Jdbi jdbi;
    private final Reassessments reassessments;
    private final Diplomates diplomates;
    private final Assessor assessor;
    private final BoardClock clock;
    private final Collection<RuleSet> ruleSets;
    private final Projectors projectors;
    private final int batch;
    private final Duration patience;
    private final AtomicLong assessed = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    Reassessor(
            Jdbi jdbi,
            Reassessments reassessments,
            Diplomates diplomates,
            Assessor assessor,
            BoardClock clock,
            RuleSets ruleSets,
            Projectors projectors,
            ComplianceConfig config) {
        this.jdbi = jdbi;
        this.reassessments = reassessments;
        this.diplomates = diplomates;
        this.assessor = assessor;
        this.clock = clock;
        this.ruleSets = ruleSets.all().stream().map(RuleSetDocument::rules).toList();
        this.projectors = projectors;
        this.batch = config.reassessment().batch();
        this.patience = config.reassessment().patience();
    }

    /// Puts those into the set whose answer has changed with the calendar or with a rule set. Asked
    /// twice a second, so it does not go through everybody when there is nobody to find.
    ///
    /// @return false when nobody waits
    boolean collect() {
        if (nobodyWaits()) {
            return false;
        }
        jdbi.useTransaction(this::collect);
        return true;
    }

    private boolean nobodyWaits() {
        return jdbi.withHandle(h -> reassessments.nobodyWaits(h, clock.today(), ruleSets));
    }

    private void collect(Handle transaction) {
        reassessments.collect(transaction, clock.today(), ruleSets);
    }

    /// Assesses one batch.
    ///
    /// @return how many were taken out of the set
    int workOff() {
        try {
            return workOff(batch);
        } catch (RuntimeException e) {
            return afterFailure(e);
        }
    }

    private int afterFailure(RuntimeException failure) {
        if (Outage.isBehind(failure)) {
            throw failure;
        }
        LOG.warnf("A batch of reassessments failed and is taken one by one: %s", failure);
        return oneByOne();
    }

    private int workOff(int limit) {
        return jdbi.inTransaction(transaction -> workOff(transaction, limit));
    }

    private int workOff(Handle transaction, int limit) {
        diplomates.holdActivities(transaction);
        var ids = reassessments.take(transaction, limit, waitingSince());
        int taken = assess(transaction, ids);
        transaction.afterCommit(() -> assessed.addAndGet(taken));
        return taken;
    }

    /// Makes some answers of earlier days anew. They are right as they are, but for the days that
    /// their sentence counts: whoever asks gets one that is made for the question. Once it is of
    /// today it is served as it is stored. To be called when nobody waits.
    ///
    /// @return how many were renewed
    int renew() {
        var today = clock.today();
        var earlier = jdbi.withHandle(h -> reassessments.ofEarlierDays(h, today, batch));
        if (earlier.isEmpty() || manyAreToCome()) {
            return 0;
        }
        try {
            jdbi.useTransaction(
                    transaction -> {
                        diplomates.holdActivities(transaction);
                        assess(transaction, earlier);
                    });
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            LOG.warnf("Answers of earlier days cannot be renewed together and wait: %s", e);
            jdbi.useTransaction(t -> reassessments.add(t, earlier, Reassessments.Reason.DATE));
        }
        return earlier.size();
    }

    /// While many events are still to come, more about those who were just put into the set is
    /// among them: they are left there, so that they are assessed once, but not for ever.
    private @Nullable Instant waitingSince() {
        return manyAreToCome() ? clock.now().minus(patience) : null;
    }

    private boolean manyAreToCome() {
        return projectors.progress().stream().anyMatch(ProjectionProgress::isFarBehind);
    }

    private int assess(Handle transaction, List<DiplomateId> taken) {
        if (!taken.isEmpty()) {
            QueryPlans.planEachTime(transaction);
            Set<DiplomateId> ids = new HashSet<>(taken);
            diplomates.lock(transaction, ids);
            assessor.assess(transaction, ids, BY);
        }
        return taken.size();
    }

    /// One of the batch cannot be assessed: the others are, and that one goes to the end of the
    /// set, where it stays in sight.
    private int oneByOne() {
        int done = 0;
        for (int i = 0; i < batch; i++) {
            try {
                if (workOff(1) == 0) {
                    return done;
                }
                done++;
            } catch (RuntimeException e) {
                if (Outage.isBehind(e)) {
                    throw e;
                }
                failed.incrementAndGet();
                LOG.error("A diplomate cannot be assessed and waits", e);
                jdbi.useTransaction(reassessments::putFirstLast);
            }
        }
        return done;
    }

    /// Makes today's answers those of today, as far as that is possible in the given time. While
    /// many events are still to come it is not, and nobody is kept waiting for it.
    ///
    /// @return how many still wait, at least
    public long catchUp(Duration atMost) {
        if (nobodyWaits()) {
            return 0;
        }
        long end = System.nanoTime() + atMost.toNanos();
        try {
            jdbi.useTransaction(transaction -> collect(patientUntil(end, transaction)));
        } catch (RuntimeException e) {
            if (Outage.isLockTimeout(e)) {
                // Whom somebody else is putting in is not in sight yet.
                return Math.max(1, waiting());
            }
            throw e;
        }
        return workOffUntil(end);
    }

    private long workOffUntil(long end) {
        long waiting = waiting();
        while (waiting > 0 && !manyAreToCome() && System.nanoTime() < end) {
            if (workOffOneUntil(end) == 0) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            waiting = waiting();
        }
        return waiting;
    }

    /// Assesses one batch, unless somebody holds one of it for longer: then it waits on.
    private int workOffOneUntil(long end) {
        try {
            return jdbi.inTransaction(
                    transaction -> workOff(patientUntil(end, transaction), batch));
        } catch (RuntimeException e) {
            return Outage.isLockTimeout(e) ? 0 : afterFailure(e);
        }
    }

    private static Handle patientUntil(long end, Handle transaction) {
        long millis = Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis());
        transaction.execute("set local lock_timeout = " + millis);
        return transaction;
    }

    /// How many wait.
    public long waiting() {
        return jdbi.withHandle(reassessments::waiting);
    }

    /// How many this instance has assessed again since it started.
    long assessed() {
        return assessed.get();
    }

    /// How often this instance failed to assess somebody since it started.
    long failed() {
        return failed.get();
    }
}
