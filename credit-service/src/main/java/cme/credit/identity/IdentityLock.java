package cme.credit.identity;

import org.jdbi.v3.core.Handle;

/// Makes matching and changing identities wait for each other.
///
/// Without this lock a row could be held because its identity is just being added by another
/// transaction, and that transaction would not see the row when it tries held rows again. It is the
/// first lock of every transaction that takes it.
public final class IdentityLock {
    private static final long KEY = 0x6372_6564_6974_0001L;

    /// The shared lock of a transaction that matches, as an expression for its first statement, so
    /// that other locks can follow in the same statement.
    public static final String FOR_MATCHING = "pg_advisory_xact_lock_shared(" + KEY + ")";

    private IdentityLock() {}

    /// Locks for a transaction that matches.
    public static void forMatching(Handle transaction) {
        transaction.execute("select " + FOR_MATCHING);
    }

    /// Locks for a transaction that changes identities, after every matching has been committed.
    public static void forChanging(Handle transaction) {
        transaction.execute("select pg_advisory_xact_lock(?)", KEY);
    }
}
