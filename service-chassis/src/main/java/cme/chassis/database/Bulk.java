package cme.chassis.database;

import org.jdbi.v3.core.Handle;

/// Transactions that move many rows at a time.
public final class Bulk {

    private Bulk() {}

    /// Has the statements of the transaction planned for the tables as they are now. A connection
    /// keeps its plans, and one that was made when a table was small reads all of it for each batch
    /// while it grows by millions of rows. Planning costs a fraction of a millisecond a statement.
    public static void planAnew(Handle transaction) {
        transaction.execute("set local plan_cache_mode = force_custom_plan");
    }
}
