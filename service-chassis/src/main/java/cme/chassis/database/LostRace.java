package cme.chassis.database;

import jakarta.persistence.OptimisticLockException;

import java.sql.SQLException;

/// Another transaction recorded the same thing first. The transaction is rolled back and run again;
/// the second time it finds the record of the other one.
public final class LostRace extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final String UNIQUE_VIOLATION = "23505";

    public LostRace() {
        super("Another revision was recorded first", null, false, false);
    }

    /// True when the failure or any of its causes is a lost race: this exception, a failed
    /// optimistic lock, or a unique key that is taken.
    static boolean isBehind(Throwable failure) {
        return Causes.of(failure).stream().anyMatch(LostRace::isOne);
    }

    private static boolean isOne(Throwable cause) {
        return cause instanceof LostRace
                || cause instanceof OptimisticLockException
                || cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }
}
