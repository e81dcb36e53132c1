package cme.credit.merge;

import cme.chassis.database.Transactions;
import cme.credit.correction.Reassignments;
import cme.credit.correction.Reassignments.Cause;
import cme.credit.identity.DiplomateNumbers;
import cme.credit.identity.IdentityLock;
import cme.credit.identity.IdentityService;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Merges two diplomates who are the same person, and separates them when that was a mistake.
///
/// Nothing is lost: each completion moves by a revision of its own, the number that was merged goes
/// on to find the one who remains, and a withdrawal gives back exactly the completions that the
/// merge has moved.
@Singleton
final class MergeService {
    private final Transactions transactions;
    private final DiplomateNumbers numbers;
    private final IdentityService identities;
    private final Merges merges;
    private final Reassignments moves;
    private final Clock clock;

    MergeService(
            Transactions transactions,
            DiplomateNumbers numbers,
            IdentityService identities,
            Merges merges,
            Reassignments moves,
            Clock clock) {
        this.transactions = transactions;
        this.numbers = numbers;
        this.identities = identities;
        this.merges = merges;
        this.moves = moves;
        this.clock = clock;
    }

    Optional<MergeView> find(String diplomateId) {
        return transactions.call(
                handle -> merges.latest(diplomateId).map(merge -> view(handle, merge, false, 0)));
    }

    /// Gives everything of the diplomate to the one named in the request, or to the one into whom
    /// that one was merged. Everyone who was merged into the diplomate before goes along.
    MergeOutcome merge(String diplomateId, MergeRequest request, String by, boolean dryRun) {
        return change(dryRun, handle -> merge(handle, diplomateId, request, by, dryRun));
    }

    /// Gives back the completions that the merge has moved, unless they were given to somebody else
    /// since. Completions recorded since under the diplomate's number stay with the other one: only
    /// the board can say whose they are.
    MergeOutcome withdraw(String diplomateId, String reason, String by, boolean dryRun) {
        return change(
                dryRun,
                handle ->
                        merges.latest(diplomateId)
                                .map(merge -> withdraw(handle, merge, reason, by, dryRun))
                                .orElseGet(MergeOutcome.Missing::new));
    }

    /// A dry run does everything and is rolled back, so that its answer is exact.
    private MergeOutcome change(boolean dryRun, Function<Handle, MergeOutcome> work) {
        Function<Handle, MergeOutcome> locked =
                handle -> {
                    IdentityLock.forChanging(handle);
                    return work.apply(handle);
                };
        return dryRun ? transactions.dryRun(locked) : transactions.call(locked);
    }

    private MergeOutcome merge(
            Handle transaction, String id, MergeRequest request, String by, boolean dryRun) {
        Optional<String> current = numbers.find(transaction, id);
        Optional<String> named = numbers.find(transaction, request.into());
        if (current.isEmpty()) {
            return new MergeOutcome.Missing();
        }
        if (named.isEmpty()) {
            return new MergeOutcome.UnknownRemaining();
        }
        String remaining = named.get();
        if (!current.get().equals(id)) {
            return current.get().equals(remaining)
                    ? done(transaction, merges.latest(id).orElseThrow(), dryRun, 0)
                    : new MergeOutcome.MergedElsewhere(current.get());
        }
        if (request.into().equals(id)) {
            return new MergeOutcome.Self();
        }
        if (remaining.equals(id)) {
            return new MergeOutcome.Circle(request.into(), id);
        }
        Instant at = clock.instant();
        Merge merge = new Merge(id, remaining, request.reason(), at, by);
        merges.persistAndFlush(merge);
        String why = "%s merged into %s".formatted(id, remaining);
        moves.move(transaction, id, remaining, new Cause(merge.id(), at, by, why));
        int found = identities.redirect(transaction, merges.withMerged(id), remaining, at, by);
        return done(transaction, merge, dryRun, found);
    }

    private MergeOutcome withdraw(
            Handle transaction, Merge merge, String reason, String by, boolean dryRun) {
        if (merge.isWithdrawn()) {
            return done(transaction, merge, dryRun, 0);
        }
        String id = merge.diplomateId();
        Instant at = clock.instant();
        merge.withdraw(reason, at, by);
        merges.flush();
        String why = "Merge of %s into %s withdrawn".formatted(id, merge.remaining());
        moves.moveBack(
                transaction,
                numbers.remaining(transaction, id),
                id,
                new Cause(merge.id(), at, by, why));
        int found = identities.redirect(transaction, merges.withMerged(id), id, at, by);
        return done(transaction, merge, dryRun, found);
    }

    private MergeOutcome done(Handle transaction, Merge merge, boolean dryRun, int found) {
        return new MergeOutcome.Done(view(transaction, merge, dryRun, found));
    }

    private MergeView view(Handle handle, Merge merge, boolean dryRun, int found) {
        return merge.toView(
                moves.moved(handle, merge.id(), merge.diplomateId(), merge.isWithdrawn()),
                dryRun,
                found);
    }
}
