package cme.credit.identity;

import java.time.Instant;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/// Wants to know of changed identities, within the transaction that changes them.
public interface IdentityListener {
    /// @param diplomateIds of the identities that were added or changed
    /// @param npis that they have now or had before
    /// @return how many rows that were held have found their diplomate
    int changed(
            Handle transaction,
            Collection<String> diplomateIds,
            Collection<String> npis,
            Instant at,
            String by);
}
