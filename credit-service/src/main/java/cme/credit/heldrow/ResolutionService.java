package cme.credit.heldrow;

import cme.chassis.problem.Violation;
import cme.credit.completion.Completion;
import cme.credit.completion.OverruledPostings;
import cme.credit.completion.PostingLock;
import cme.credit.heldrow.HeldRowRelease.Cause;
import cme.credit.heldrow.HeldRowRelease.MatchedRow;
import cme.credit.identity.DiplomateNumbers;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Applies the board's decision on a held row: it belongs to a diplomate, or it is discarded.
@Singleton
final class ResolutionService {
    private final Jdbi jdbi;
    private final HeldRows heldRows;
    private final HeldRowRelease release;
    private final DiplomateNumbers numbers;
    private final Clock clock;

    ResolutionService(
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

    sealed interface Outcome {
        record Resolved(ResolutionView view) implements Outcome {}

        record Invalid(Violation violation) implements Outcome {}

        /// The row was closed before, with another decision.
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
                    Optional<HeldRow> row = heldRows.lockWaiting(transaction, id);
                    if (row.isEmpty()) {
                        return closed(transaction, id, request);
                    }
                    return request.diplomateId() == null
                            ? discard(transaction, id, request, by)
                            : record(transaction, row.get(), request.diplomateId(), request, by);
                });
    }

    /// The same decision again gets the same answer.
    private Outcome closed(Handle transaction, UUID id, ResolutionRequest request) {
        String named = request.diplomateId();
        return switch (heldRows.closed(transaction, id)) {
            case HeldRows.Closed.Recorded(UUID completion, String diplomateId) ->
                    named != null && numbers.remaining(transaction, named).equals(diplomateId)
                            ? recorded(id, completion)
                            : new Outcome.Closed("RECORDED");
            case HeldRows.Closed.Discarded _ ->
                    named == null ? discarded(id) : new Outcome.Closed("DISCARDED");
            case HeldRows.Closed.Superseded _ -> new Outcome.Closed("SUPERSEDED");
        };
    }

    private Outcome discard(Handle transaction, UUID id, ResolutionRequest request, String by) {
        heldRows.discard(
                transaction,
                List.of(id),
                Objects.requireNonNull(request.reason()),
                clock.instant(),
                by,
                false);
        return discarded(id);
    }

    private Outcome record(
            Handle transaction,
            HeldRow row,
            String diplomateId,
            ResolutionRequest request,
            String by) {
        Optional<String> remaining = numbers.find(transaction, diplomateId);
        if (remaining.isEmpty()) {
            return new Outcome.Invalid(
                    new Violation(
                            "/diplomateId", "diplomate.unknown", "There is no such diplomate."));
        }
        var matched = List.of(new MatchedRow(row, remaining.get()));
        Completion completion =
                release.release(
                                transaction,
                                matched,
                                new Cause(clock.instant(), by, request.reason(), true))
                        .getFirst();
        OverruledPostings.addHeldRows(transaction, List.of(row.id()));
        return recorded(row.id(), completion.id());
    }

    private static Outcome recorded(UUID id, UUID completion) {
        return new Outcome.Resolved(new ResolutionView(id, "RECORDED", completion));
    }

    private static Outcome discarded(UUID id) {
        return new Outcome.Resolved(new ResolutionView(id, "DISCARDED", null));
    }
}
