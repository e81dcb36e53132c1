package cme.credit.identity;

import org.jdbi.v3.core.Handle;

import java.time.Instant;
import java.util.Collection;

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
