package cme.chassis.database;

import org.jdbi.v3.core.Handle;

/// When PostgreSQL plans the statements of a transaction.
public final class QueryPlans {

    private QueryPlans() {}

    /// Plans each statement for the tables as they are now; for transactions that move many rows. A
    /// connection keeps its plans, and a plan from the time when a table was small reads all of it
    /// for each batch while it grows by millions of rows. Planning costs a fraction of a
    /// millisecond a statement.
    public static void planEachTime(Handle transaction) {
        transaction.execute("set local plan_cache_mode = force_custom_plan");
    }

    /// Plans each statement once for the connection; for transactions that look up a few rows by
    /// unique keys. One plan is right however large the table is, as long as it goes by the index.
    public static void planOnce(Handle transaction) {
        transaction.execute(
                "set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off");
    }
}
