package cme.chassis.projector;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Lists dead letters, shows one, retries it or discards it.
@Singleton
public class DeadLetterService {

    /// The outcome of a retry or of discarding.
    public sealed interface Outcome {

        /// The current letter. A retry that failed leaves it open with the newer reason.
        record Done(DeadLetter letter) implements Outcome {}

        record Missing() implements Outcome {}

        /// The letter was applied or discarded before.
        record AlreadyResolved(DeadLetter letter) implements Outcome {}

        /// A rebuild is running and tries every letter again.
        record Rebuilding() implements Outcome {}

        /// The letter has no signature, because an earlier version kept it. Nobody forged it, so
        /// its reason stays as it is.
        record Unsigned() implements Outcome {}
    }

    /// The event of a retry has failed again, and the transaction is rolled back.
    private static final class FailedAgain extends RuntimeException {
        private static final long serialVersionUID = 1;

        FailedAgain(@Nullable String reason) {
            super(reason, null, false, false);
        }
    }

    private final Jdbi jdbi;
    private final DeadLetters letters;
    private final Projectors projectors;

    DeadLetterService(Jdbi jdbi, DeadLetters letters, Projectors projectors) {
        this.jdbi = jdbi;
        this.letters = letters;
        this.projectors = projectors;
    }

    /// Letters in this state, oldest first.
    ///
    /// @param afterId id of the last letter on the page before, 0 for the first page
    List<DeadLetter> list(DeadLetter.State state, long afterId, int limit) {
        return letters.list(state, afterId, limit);
    }

    Optional<DeadLetter> find(long id) {
        return jdbi.withHandle(handle -> letters.find(handle, id));
    }

    /// The value of the event as text; empty when it has none.
    Optional<String> value(DeadLetter letter) {
        return Optional.ofNullable(jdbi.withHandle(h -> letters.event(h, letter)).value())
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }

    /// Applies the event, for instance because a newer version of the service can read it. It may
    /// be older than events that were applied since, because projections ignore old revisions.
    Outcome retry(long id, String by) {
        try {
            return jdbi.inTransaction(handle -> retry(handle, id, by));
        } catch (FailedAgain again) {
            return jdbi.inTransaction(
                    handle -> {
                        letters.failed(handle, id, String.valueOf(again.getMessage()));
                        return now(handle, id);
                    });
        }
    }

    private Outcome retry(Handle transaction, long id, String by) {
        Optional<DeadLetter> found = letters.find(transaction, id);
        if (found.isEmpty()) {
            return new Outcome.Missing();
        }
        // A rebuild locks the offsets for the exchange, so it cannot happen during a retry.
        transaction
                .select(
                        "select 1 from projection_offset where topic = ? for share",
                        found.get().topic())
                .mapTo(Integer.class)
                .list();
        if (isRebuilding(transaction)) {
            return new Outcome.Rebuilding();
        }
        DeadLetter letter = letters.lock(transaction, id).orElseThrow();
        return switch (letter.state()) {
            case APPLIED -> new Outcome.Done(letter);
            case DISCARDED -> new Outcome.AlreadyResolved(letter);
            case OPEN ->
                    letters.isUnsigned(transaction, id)
                            ? new Outcome.Unsigned()
                            : apply(transaction, letter, by);
        };
    }

    private Outcome apply(Handle transaction, DeadLetter letter, String by) {
        apply(transaction, letters.event(transaction, letter));
        letters.applied(transaction, letter.id(), by);
        return now(transaction, letter.id());
    }

    private void apply(Handle transaction, ReceivedEvent event) {
        try {
            projectors.apply(transaction, event);
        } catch (UnreadableEvent e) {
            throw new FailedAgain(e.getMessage());
        } catch (RuntimeException e) {
            BatchApplier.requireFaultOfEvent(e);
            throw new FailedAgain(BatchApplier.logged(event, e));
        }
    }

    private static boolean isRebuilding(Handle transaction) {
        return transaction
                .createQuery(
                        "select exists (select from projection_rebuild where state = 'RUNNING')")
                .mapTo(Boolean.class)
                .one();
    }

    /// Takes the letter off the list. It stays in the table, and a rebuild applies it if it can be
    /// read by then.
    Outcome discard(long id, String by, String reason) {
        return jdbi.inTransaction(
                handle -> {
                    Optional<DeadLetter> found = letters.lock(handle, id);
                    if (found.isEmpty()) {
                        return new Outcome.Missing();
                    }
                    return switch (found.get().state()) {
                        case APPLIED -> new Outcome.AlreadyResolved(found.get());
                        case DISCARDED -> new Outcome.Done(found.get());
                        case OPEN -> {
                            letters.discarded(handle, id, by, reason);
                            yield now(handle, id);
                        }
                    };
                });
    }

    private Outcome now(Handle handle, long id) {
        return letters.find(handle, id).<Outcome>map(Outcome.Done::new).orElseThrow();
    }
}
