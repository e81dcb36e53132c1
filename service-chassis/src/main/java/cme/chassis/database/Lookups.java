package cme.chassis.database;

import org.jdbi.v3.core.Handle;

/// Transactions that look up a few rows by their keys.
public final class Lookups {

    private Lookups() {}

    /// Has the statements of the transaction planned once for the connection: for a look at a
    /// unique key one plan is right however large the table is, as long as it goes by the index.
    public static void planOnce(Handle transaction) {
        transaction.execute(
                "set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off");
    }
}
