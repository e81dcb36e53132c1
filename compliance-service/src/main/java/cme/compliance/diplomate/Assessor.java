package cme.compliance.diplomate;

import cme.compliance.rules.DiplomateId;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Draws the conclusions of a change in the transaction that makes it.
///
/// A transaction that uses it calls [Diplomates#holdActivities] first and [Diplomates#lock] before
/// it reads anything about the diplomates.
public interface Assessor {

    /// Assesses the diplomates for today with all that is known, stores the answers and tells of
    /// those that changed. A diplomate without a cycle is passed over.
    ///
    /// @param by who caused it
    void assess(Handle transaction, Set<DiplomateId> diplomates, String by);
}
