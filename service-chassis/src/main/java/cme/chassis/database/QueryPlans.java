package cme.chassis.database;

import org.jdbi.v3.core.Handle;

/// Chooses when PostgreSQL plans the statements of a transaction.
public final class QueryPlans {

    private QueryPlans() {}

    /// Plans each statement for the tables as they are now; for transactions that move many rows. A
    /// connection keeps its plans, and a plan that was made for a small table reads the whole table
    /// for each batch while it grows by millions of rows. Planning takes a fraction of a
    /// millisecond per statement.
    public static void planEachTime(Handle transaction) {
        transaction.execute("set local plan_cache_mode = force_custom_plan");
    }

    /// Plans each statement once for the connection; for transactions that look up a few rows by
    /// unique keys. A plan that uses the index is right for a table of any size.
    public static void planOnce(Handle transaction) {
        transaction.execute(
                "set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off");
    }
}
