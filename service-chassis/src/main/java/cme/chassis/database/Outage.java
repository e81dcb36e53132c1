package cme.chassis.database;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells an outage of the database, which passes and is worth a retry, from a mistake, which is
/// not.
public final class Outage {

    /// SQLSTATE classes: connection exception, insufficient resources, operator intervention
    /// (shutdown), system error; the PostgreSQL manual, appendix A.
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    /// Serialization failure, deadlock, and time-outs of a lock or a transaction: the same
    /// transaction may succeed when it is run again.
    private static final Set<String> RETRY_STATES =
            Set.of("40001", "40P01", "55P03", "25P03", "25P04");

    /// SQLSTATE classes that other data might avoid: cardinality, data, integrity, check option,
    /// program limits, and what functions raise.
    private static final Set<String> DATA_CLASSES = Set.of("21", "22", "23", "44", "54", "P0");

    /// Of the pool, which says it in two ways: none came free, or none could be made.
    private static final Pattern NO_CONNECTION =
            Pattern.compile("acquisition timeout", Pattern.CASE_INSENSITIVE);

    private Outage() {}

    /// True when the failure, or any cause of it, is an outage or asks for the transaction to be
    /// run again.
    public static boolean isBehind(Throwable failure) {
        return cause(failure) != null;
    }

    /// True when somebody else held a lock for longer than this transaction was to wait for it.
    public static boolean isLockTimeout(Throwable failure) {
        var cause = cause(failure);
        return cause != null && "55P03".equals(cause.getSQLState());
    }

    /// The SQLSTATE, or the kind of failure where there is none; for logs.
    public static String of(Throwable failure) {
        var cause = cause(failure);
        if (cause == null) {
            return failure.getClass().getSimpleName();
        }
        return cause.getSQLState() == null
                ? cause.getClass().getSimpleName()
                : "SQLSTATE " + cause.getSQLState();
    }

    /// True when the database refused for a reason that lies not in the data: an outage, or a table
    /// or right that is missing, as when a service is older or newer than its database.
    public static boolean isWhateverTheData(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 20; depth++, at = at.getCause()) {
            if (at instanceof SQLException sql && sql.getSQLState() != null) {
                return !DATA_CLASSES.contains(sql.getSQLState().substring(0, 2));
            }
        }
        return isBehind(failure);
    }

    private static @Nullable SQLException cause(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 20; depth++, at = at.getCause()) {
            if (at instanceof SQLException sql && passes(sql)) {
                return sql;
            }
        }
        return null;
    }

    private static boolean passes(SQLException failure) {
        var state = failure.getSQLState();
        if (state != null && state.length() == 5) {
            return CLASSES.contains(state.substring(0, 2)) || RETRY_STATES.contains(state);
        }
        // The connection pool has no SQLSTATE for "no connection could be had in time".
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || NO_CONNECTION.matcher(String.valueOf(failure.getMessage())).find();
    }
}
