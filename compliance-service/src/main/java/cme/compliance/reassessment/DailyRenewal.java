package cme.compliance.reassessment;

import cme.chassis.database.Outage;
import cme.compliance.ComplianceConfig;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.rules.DiplomateId;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/// Renews stored answers of earlier days, so that they can be served as they are stored.
///
/// Such an answer is right but for the days left that its sentence counts, so nobody waits for it:
/// a question is answered afresh until then.
@Singleton
class DailyRenewal {

    private static final Logger LOG = Logger.getLogger(DailyRenewal.class);

    private final Jdbi jdbi;
    private final Reassessments reassessments;
    private final ReassessmentBatch batch;
    private final Diplomates diplomates;
    private final int limit;

    DailyRenewal(
            Jdbi jdbi,
            Reassessments reassessments,
            ReassessmentBatch batch,
            Diplomates diplomates,
            ComplianceConfig config) {
        this.jdbi = jdbi;
        this.reassessments = reassessments;
        this.batch = batch;
        this.diplomates = diplomates;
        this.limit = config.reassessment().batch();
    }

    /// Renews some. It is to be called when nobody waits to be assessed again.
    ///
    /// @return how many were renewed
    int renew() {
        List<DiplomateId> earlier = jdbi.withHandle(h -> reassessments.ofEarlierDays(h, limit));
        if (earlier.isEmpty() || batch.manyEventsToCome()) {
            return 0;
        }
        try {
            jdbi.useTransaction(
                    transaction -> {
                        diplomates.holdActivities(transaction);
                        batch.assess(transaction, earlier);
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
}
