package cme.chassis.database;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Distinguishes an outage of the database, which is worth a retry, from a mistake, which is not.
public final class Outage {

    /// SQLSTATE classes (PostgreSQL manual, appendix A): connection exception, insufficient
    /// resources, operator intervention (shutdown), system error.
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    /// Serialization failure, deadlock, and time-outs of a lock or a transaction; also a refusal to
    /// write, which comes from a standby that takes over or was reached by mistake. The same
    /// transaction may succeed when it is run again.
    private static final Set<String> RETRY_STATES =
            Set.of("40001", "40P01", "55P03", "25P03", "25P04", "25006");

    /// SQLSTATE classes that other data might avoid: cardinality, data, integrity, check option,
    /// program limits, and errors that functions raise.
    private static final Set<String> DATA_CLASSES = Set.of("21", "22", "23", "44", "54", "P0");

    /// The message of the pool when no connection became free in time.
    private static final Pattern NO_CONNECTION =
            Pattern.compile("acquisition timeout", Pattern.CASE_INSENSITIVE);

    private Outage() {}

    /// True when the failure or any of its causes is an outage, or means that the transaction
    /// should be run again.
    public static boolean isBehind(Throwable failure) {
        return cause(failure) != null;
    }

    /// True when the disk of the database has no room for what was to be written.
    public static boolean isFullDisk(Throwable failure) {
        SQLException cause = cause(failure);
        return cause != null && "53100".equals(cause.getSQLState());
    }

    /// True when another transaction held a lock for longer than this one may wait.
    public static boolean isLockTimeout(Throwable failure) {
        SQLException cause = cause(failure);
        return cause != null && "55P03".equals(cause.getSQLState());
    }

    /// Describes the outage for logs: its SQLSTATE, or its class if it has none.
    public static String of(Throwable failure) {
        SQLException cause = cause(failure);
        if (cause == null) {
            return failure.getClass().getSimpleName();
        }
        return cause.getSQLState() == null
                ? cause.getClass().getSimpleName()
                : "SQLSTATE " + cause.getSQLState();
    }

    /// True when the cause is not in the data: an outage, or a missing table or right, for example
    /// because the service is older or newer than its database.
    public static boolean isWhateverTheData(Throwable failure) {
        for (Throwable cause : Causes.of(failure)) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return !DATA_CLASSES.contains(sql.getSQLState().substring(0, 2));
            }
        }
        return isBehind(failure);
    }

    private static @Nullable SQLException cause(Throwable failure) {
        for (Throwable cause : Causes.of(failure)) {
            if (cause instanceof SQLException sql && passes(sql)) {
                return sql;
            }
        }
        return null;
    }

    private static boolean passes(SQLException failure) {
        String state = failure.getSQLState();
        if (state != null && state.length() == 5) {
            return CLASSES.contains(state.substring(0, 2)) || RETRY_STATES.contains(state);
        }
        // The pool reports without an SQLSTATE that no connection became free in time.
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || NO_CONNECTION.matcher(String.valueOf(failure.getMessage())).find();
    }
}
