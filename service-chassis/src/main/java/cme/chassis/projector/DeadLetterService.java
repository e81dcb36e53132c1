package cme.chassis.projector;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// What can be done about a dead letter: look at it, try it again, discard it.
@Singleton
public class DeadLetterService {

    /// What has come of it.
    public sealed interface Outcome {

        /// The letter as it is now; a retry that failed leaves it open with the newer reason.
        record Done(DeadLetter letter) implements Outcome {}

        record Missing() implements Outcome {}

        /// Something else was decided before.
        record AlreadyResolved(DeadLetter letter) implements Outcome {}

        /// A rebuild tries every letter again by itself.
        record Rebuilding() implements Outcome {}
    }

    /// A retry whose event fails again; the transaction is rolled back.
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

    public Optional<DeadLetter> find(long id) {
        return jdbi.withHandle(handle -> letters.find(handle, id));
    }

    /// The value of its event as text; empty when it has none.
    public Optional<String> value(DeadLetter letter) {
        return Optional.ofNullable(jdbi.withHandle(h -> letters.event(h, letter)).value())
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }

    /// Applies it after all, for instance when a newer version of the service can read it. It may
    /// be older than what was applied since: projections go by revision.
    public Outcome retry(long id, String by) {
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
        var found = letters.find(transaction, id);
        if (found.isEmpty()) {
            return new Outcome.Missing();
        }
        // A rebuild exchanges the projection with the offsets locked, so never during a retry.
        transaction
                .select(
                        "select 1 from projection_offset where topic = ? for share",
                        found.get().topic())
                .mapTo(Integer.class)
                .list();
        if (isRebuilding(transaction)) {
            return new Outcome.Rebuilding();
        }
        var letter = letters.lock(transaction, id).orElseThrow();
        return switch (letter.state()) {
            case APPLIED -> new Outcome.Done(letter);
            case DISCARDED -> new Outcome.AlreadyResolved(letter);
            case OPEN -> {
                apply(transaction, letters.event(transaction, letter));
                letters.applied(transaction, id, by);
                yield now(transaction, id);
            }
        };
    }

    private void apply(Handle transaction, ReceivedEvent event) {
        try {
            projectors.apply(transaction, event);
        } catch (UnreadableEvent e) {
            throw new FailedAgain(e.getMessage());
        } catch (RuntimeException e) {
            if (Intake.isNoFaultOfAnEvent(e)) {
                throw e;
            }
            throw new FailedAgain(Intake.inWords(event, e));
        }
    }

    private static boolean isRebuilding(Handle transaction) {
        return transaction
                .createQuery(
                        "select exists (select from projection_rebuild where state = 'RUNNING')")
                .mapTo(Boolean.class)
                .one();
    }

    /// Takes it off the list. It stays in the table, and a rebuild applies it should it have become
    /// readable.
    public Outcome discard(long id, String by, String reason) {
        return jdbi.inTransaction(
                handle -> {
                    var found = letters.lock(handle, id);
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
