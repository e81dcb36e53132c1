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
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Assesses the diplomates of the set, a batch a transaction.
///
/// A transaction holds the activities first, then takes its batch out of the set, then locks the
/// diplomates, and only then reads about them.
@Singleton
class ReassessmentBatch {

    private static final Logger LOG = Logger.getLogger(ReassessmentBatch.class);
    private static final String BY = "reassessment";

    private final Jdbi jdbi;
    private final Reassessments reassessments;
    private final Diplomates diplomates;
    private final Assessor assessor;
    private final BoardClock clock;
    private final Projectors projectors;
    private final ComplianceConfig.Reassessment config;
    private final AtomicLong assessed = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    ReassessmentBatch(
            Jdbi jdbi,
            Reassessments reassessments,
            Diplomates diplomates,
            Assessor assessor,
            BoardClock clock,
            Projectors projectors,
            ComplianceConfig config) {
        this.jdbi = jdbi;
        this.reassessments = reassessments;
        this.diplomates = diplomates;
        this.assessor = assessor;
        this.clock = clock;
        this.projectors = projectors;
        this.config = config.reassessment();
    }

    /// Assesses one batch.
    ///
    /// @return how many were taken out of the set
    int workOff() {
        try {
            return jdbi.inTransaction(this::workOff);
        } catch (RuntimeException e) {
            return afterFailure(e);
        }
    }

    /// The same within a transaction. A caller whose transaction fails calls [#afterFailure].
    int workOff(Handle transaction) {
        return workOff(transaction, config.batch());
    }

    int afterFailure(RuntimeException failure) {
        if (Outage.isBehind(failure)) {
            throw failure;
        }
        LOG.warnf("A batch of reassessments failed and is taken one by one: %s", failure);
        return oneByOne();
    }

    /// One of the batch cannot be assessed. The others are assessed, and that one goes to the end
    /// of the set, where it stays visible.
    private int oneByOne() {
        int done = 0;
        for (int i = 0; i < config.batch(); i++) {
            try {
                if (jdbi.inTransaction(transaction -> workOff(transaction, 1)) == 0) {
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

    private int workOff(Handle transaction, int limit) {
        diplomates.holdActivities(transaction);
        List<DiplomateId> ids = reassessments.take(transaction, limit, waitingSince());
        assess(transaction, ids);
        transaction.afterCommit(() -> assessed.addAndGet(ids.size()));
        return ids.size();
    }

    /// The transaction must hold the activities already.
    void assess(Handle transaction, List<DiplomateId> ids) {
        if (!ids.isEmpty()) {
            QueryPlans.planEachTime(transaction);
            diplomates.lock(transaction, ids);
            assessor.assess(transaction, Set.copyOf(ids), BY);
        }
    }

    /// While many events are still to come, some of them concern diplomates who were just added to
    /// the set. These are left there for a while, so that they are assessed once.
    private @Nullable Instant waitingSince() {
        return manyEventsToCome() ? clock.now().minus(config.patience()) : null;
    }

    boolean manyEventsToCome() {
        return projectors.progress().stream().anyMatch(ProjectionProgress::isFarBehind);
    }

    /// How many this instance has assessed again since it started.
    long assessed() {
        return assessed.get();
    }

    /// How often this instance failed to assess a diplomate since it started.
    long failed() {
        return failed.get();
    }
}
