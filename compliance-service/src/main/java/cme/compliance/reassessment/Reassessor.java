package cme.compliance.reassessment;

import cme.chassis.database.Outage;
import cme.compliance.ComplianceConfig;
import cme.compliance.diplomate.Assessor;
import cme.compliance.diplomate.BoardClock;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.RuleSet;
import cme.compliance.ruleset.RuleSetDocument;
import cme.compliance.ruleset.RuleSets;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

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
    private final int batch;
    private final AtomicLong assessed = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    Reassessor(
            Jdbi jdbi,
            Reassessments reassessments,
            Diplomates diplomates,
            Assessor assessor,
            BoardClock clock,
            RuleSets ruleSets,
            ComplianceConfig config) {
        this.jdbi = jdbi;
        this.reassessments = reassessments;
        this.diplomates = diplomates;
        this.assessor = assessor;
        this.clock = clock;
        this.ruleSets = ruleSets.all().stream().map(RuleSetDocument::rules).toList();
        this.batch = config.reassessment().batch();
    }

    /// Puts those into the set whose answer has changed with the calendar or with a rule set.
    void collect() {
        jdbi.useTransaction(
                transaction -> {
                    reassessments.addDue(transaction, clock.today());
                    reassessments.addOutdated(transaction, ruleSets);
                });
    }

    /// Assesses one batch.
    ///
    /// @return how many were taken out of the set
    int workOff() {
        try {
            return workOff(batch);
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            LOG.warnf("A batch of reassessments failed and is taken one by one: %s", e);
            return oneByOne();
        }
    }

    private int workOff(int limit) {
        int taken =
                jdbi.inTransaction(
                        transaction -> {
                            diplomates.holdActivities(transaction);
                            return assess(transaction, reassessments.take(transaction, limit));
                        });
        assessed.addAndGet(taken);
        return taken;
    }

    private int assess(Handle transaction, List<DiplomateId> taken) {
        if (!taken.isEmpty()) {
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

    /// Makes today's answers those of today, as far as that is possible in the given time.
    ///
    /// @return how many still wait
    public long catchUp(Duration atMost) {
        collect();
        long end = System.nanoTime() + atMost.toNanos();
        long waiting = waiting();
        while (waiting > 0 && System.nanoTime() < end) {
            if (workOff() == 0) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            waiting = waiting();
        }
        return waiting;
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
