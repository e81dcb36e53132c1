package cme.credit.heldrow;

import cme.chassis.problem.Violation;
import cme.credit.completion.Completion;
import cme.credit.completion.PostingLock;
import cme.credit.identity.DiplomateNumbers;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Lets the board decide on held rows: whom a row means, or that it means nobody.
@Singleton
final class Resolutions {
    private final Jdbi jdbi;
    private final HeldRows heldRows;
    private final HeldRowRelease release;
    private final DiplomateNumbers numbers;
    private final Clock clock;

    Resolutions(
            Jdbi jdbi,
            HeldRows heldRows,
            HeldRowRelease release,
            DiplomateNumbers numbers,
            Clock clock) {
        this.jdbi = jdbi;
        this.heldRows = heldRows;
        this.release = release;
        this.numbers = numbers;
        this.clock = clock;
    }

    /// What became of a decision.
    sealed interface Outcome {
        record Done(ResolutionView view) implements Outcome {}

        record Invalid(List<Violation> violations) implements Outcome {}

        /// The row does not wait any more.
        record Closed(String state) implements Outcome {}

        record Missing() implements Outcome {}
    }

    Outcome resolve(UUID id, ResolutionRequest request, String by) {
        return jdbi.inTransaction(
                transaction -> {
                    Optional<HeldRows.Key> key = heldRows.key(transaction, id);
                    if (key.isEmpty()) {
                        return new Outcome.Missing();
                    }
                    PostingLock.forSingles(
                            transaction, key.get().poster(), List.of(key.get().externalId()));
                    Optional<WaitingRow> row = heldRows.lockWaiting(transaction, id);
                    if (row.isEmpty()) {
                        return closed(transaction, id, request);
                    }
                    return request.diplomateId() == null
                            ? discard(transaction, row.get(), request, by)
                            : record(transaction, row.get(), request.diplomateId(), request, by);
                });
    }

    /// The same decision again is answered as the first time.
    private Outcome closed(Handle transaction, UUID id, ResolutionRequest request) {
        HeldRows.Closed closed = heldRows.closed(transaction, id);
        boolean same =
                closed.state().equals("DISCARDED")
                        ? request.diplomateId() == null
                        : request.diplomateId() != null
                                && numbers.remaining(transaction, request.diplomateId())
                                        .equals(closed.diplomateId());
        return same
                ? new Outcome.Done(new ResolutionView(id, closed.state(), closed.completion()))
                : new Outcome.Closed(closed.state());
    }

    private Outcome discard(
            Handle transaction, WaitingRow row, ResolutionRequest request, String by) {
        heldRows.discard(
                transaction,
                List.of(row.id()),
                Objects.requireNonNull(request.reason()),
                clock.instant(),
                by);
        return new Outcome.Done(new ResolutionView(row.id(), "DISCARDED", null));
    }

    private Outcome record(
            Handle transaction,
            WaitingRow row,
            String diplomateId,
            ResolutionRequest request,
            String by) {
        Optional<String> remaining = numbers.find(transaction, diplomateId);
        if (remaining.isEmpty()) {
            return new Outcome.Invalid(
                    List.of(
                            new Violation(
                                    "/diplomateId",
                                    "diplomate.unknown",
                                    "There is no such diplomate.")));
        }
        Instant at = clock.instant();
        List<HeldRowRelease.Found> found = List.of(new HeldRowRelease.Found(row, remaining.get()));
        Completion completion =
                release.release(transaction, found, at, by, request.reason()).getFirst();
        return new Outcome.Done(new ResolutionView(row.id(), "RECORDED", completion.id()));
    }
}
