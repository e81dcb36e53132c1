package cme.chassis.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Status;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// Lets Jdbi join a JTA transaction. The pool gives Jdbi the connection of Hibernate's session, and
/// only JTA begins and ends the transaction. Outside JTA, Jdbi begins and ends its own
/// transactions.
final class JoiningTransactionHandler extends DelegatingTransactionHandler {

    JoiningTransactionHandler() {
        super(LocalTransactionHandler.binding());
    }

    private JoiningTransactionHandler(TransactionHandler local) {
        super(local);
    }

    /// True while a JTA transaction runs in this thread.
    static boolean isJoined() {
        return QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION;
    }

    @Override
    public TransactionHandler specialize(Handle handle) throws SQLException {
        return new JoiningTransactionHandler(getDelegate().specialize(handle));
    }

    @Override
    public void begin(Handle handle) {
        if (!isJoined()) {
            super.begin(handle);
        }
    }

    @Override
    public void commit(Handle handle) {
        if (!isJoined()) {
            super.commit(handle);
        }
    }

    @Override
    public void rollback(Handle handle) {
        if (isJoined()) {
            QuarkusTransaction.setRollbackOnly();
        } else {
            super.rollback(handle);
        }
    }

    @Override
    public boolean isInTransaction(Handle handle) {
        return isJoined() || super.isInTransaction(handle);
    }

    @Override
    public <R, X extends Exception> R inTransaction(Handle handle, HandleCallback<R, X> callback)
            throws X {
        return isJoined() ? callback.withHandle(handle) : super.inTransaction(handle, callback);
    }

    @Override
    public <R, X extends Exception> R inTransaction(
            Handle handle, TransactionIsolationLevel level, HandleCallback<R, X> callback)
            throws X {
        return isJoined()
                ? callback.withHandle(handle)
                : super.inTransaction(handle, level, callback);
    }
}
