package cme.chassis.database;

import jakarta.persistence.OptimisticLockException;

import java.sql.SQLException;

/// Another transaction was the first to record what this one was about to record. The transaction
/// is rolled back and run again; the second time it finds what the other one recorded.
public final class LostRace extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int MAX_CAUSES = 20;

    public LostRace() {
        super("Another revision was recorded first", null, false, false);
    }

    /// True when the failure, or any cause of it, is a lost race: this exception, an optimistic
    /// lock that failed, or a unique key that is taken.
    static boolean isBehind(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < MAX_CAUSES; depth++, at = at.getCause()) {
            if (at instanceof LostRace
                    || at instanceof OptimisticLockException
                    || at instanceof SQLException sql
                            && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
