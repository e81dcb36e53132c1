package cme.credit.identity;

import org.jdbi.v3.core.Handle;

/// Keeps identities still while posted rows are matched, and rows away while identities change.
///
/// Without it a row could be held for want of an identity that another transaction is just adding,
/// and be missed by the retrying of held rows that the addition brings. Always the first lock of a
/// transaction.
public final class IdentityLock {
    private static final long KEY = 0x6372_6564_6974_0001L;

    /// Held by every transaction that matches: an expression for its first statement, which may
    /// take other locks after it.
    public static final String FOR_MATCHING = "pg_advisory_xact_lock_shared(" + KEY + ")";

    private IdentityLock() {}

    /// For a transaction that takes no other lock with it.
    public static void forMatching(Handle transaction) {
        transaction.execute("select " + FOR_MATCHING);
    }

    /// Held by a transaction that changes identities: waits until every matching is committed.
    public static void forChanging(Handle transaction) {
        transaction.execute("select pg_advisory_xact_lock(?)", KEY);
    }
}
