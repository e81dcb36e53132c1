package cme.chassis.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Runs transactions in which Hibernate and Jdbi share one connection: a record is edited as an
/// entity, and its event and the sets that follow from it are written by SQL.
///
/// The order inside is: change the entity, flush, append to the event log, then SQL on sets. The
/// flush takes the row lock and checks the version before the event gets its sequence number. Jdbi
/// does not flush the session.
@Singleton
public class Transactions {

    private final Jdbi jdbi;
    private final TransactionSynchronizationRegistry registry;

    Transactions(Jdbi jdbi, TransactionSynchronizationRegistry registry) {
        this.jdbi = jdbi;
        this.registry = registry;
    }

    /// Runs the work in a new transaction and commits it; any exception rolls it back. If the work
    /// loses a race, all of it is run once more, in another transaction.
    public <T> T call(Function<Handle, T> work) {
        try {
            return once(work);
        } catch (RuntimeException failure) {
            if (LostRace.isBehind(failure)) {
                return once(work);
            }
            throw failure;
        }
    }

    /// As [#call(Function)], for work without a result.
    public void run(Consumer<Handle> work) {
        call(
                handle -> {
                    work.accept(handle);
                    return true;
                });
    }

    /// Runs the work in a new transaction and rolls it back, so that only its result remains.
    public <T> T dryRun(Function<Handle, T> work) {
        try {
            return QuarkusTransaction.requiringNew()
                    .call(
                            () -> {
                                throw new Rehearsed(jdbi.withHandle(work::apply));
                            });
        } catch (Rehearsed rehearsed) {
            @SuppressWarnings("unchecked") // the work of this call made it
            T result = (T) rehearsed.result;
            return result;
        }
    }

    /// Runs the action after the commit of the transaction that the handle is in, no matter whether
    /// JTA or Jdbi began it. The action does not run after a rollback.
    public void afterCommit(Handle transaction, Runnable action) {
        if (JoiningTransactionHandler.isJoined()) {
            registry.registerInterposedSynchronization(
                    new Synchronization() {
                        @Override
                        public void beforeCompletion() {
                            // The action waits for the commit.
                        }

                        @Override
                        public void afterCompletion(int status) {
                            if (status == Status.STATUS_COMMITTED) {
                                action.run();
                            }
                        }
                    });
        } else {
            transaction.afterCommit(action);
        }
    }

    private <T> T once(Function<Handle, T> work) {
        return QuarkusTransaction.requiringNew().call(() -> jdbi.withHandle(work::apply));
    }

    /// Carries the result of a dry run out of its transaction, which it rolls back.
    private static final class Rehearsed extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Object result;

        Rehearsed(Object result) {
            super("A dry run is rolled back", null, false, false);
            this.result = result;
        }
    }
}
