package cme.compliance.diplomate;

import cme.compliance.rules.DiplomateId;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Assesses diplomates in the transaction that changes them.
///
/// The transaction calls [Diplomates#holdActivities] first, and [Diplomates#lock] before it reads
/// anything about the diplomates.
public interface Assessor {

    /// Assesses the diplomates as of today with everything that is known, stores the statuses and
    /// appends the readiness events. Diplomates without a cycle are skipped.
    ///
    /// @param by the subject that caused it
    void assess(Handle transaction, Set<DiplomateId> diplomates, String by);
}
