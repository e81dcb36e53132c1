package cme.credit.identity;

import java.time.Instant;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/// Reacts to changed identities in the transaction that changes them.
public interface IdentityListener {
    /// @param diplomateIds the numbers of the identities that were added or changed
    /// @param npis the NPIs that these identities have now or had before
    /// @return how many held rows have found their diplomate
    int changed(
            Handle transaction,
            Collection<String> diplomateIds,
            Collection<String> npis,
            Instant at,
            String by);
}
