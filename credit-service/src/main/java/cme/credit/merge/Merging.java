package cme.credit.merge;

import cme.chassis.problem.Violation;
import cme.credit.correction.Reassignments;
import cme.credit.correction.Reassignments.Cause;
import cme.credit.identity.Identities;
import cme.credit.identity.Identity;
import cme.credit.identity.IdentityLock;
import cme.credit.identity.IdentityRegister;
import cme.credit.merge.Merge.Saying;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Makes one diplomate of two that are the same person, and two again when that was a mistake.
///
/// Nothing is lost by it: each completion moves by a revision of its own, the number that was
/// merged goes on to find the one who remains, and a withdrawal gives back exactly what the merge
/// has moved.
@Singleton
final class Merging {
    private final Jdbi jdbi;
    private final Merges merges;
    private final Reassignments moves;
    private final Identities identities;
    private final IdentityRegister register;
    private final Clock clock;

    Merging(
            Jdbi jdbi,
            Merges merges,
            Reassignments moves,
            Identities identities,
            IdentityRegister register,
            Clock clock) {
        this.jdbi = jdbi;
        this.merges = merges;
        this.moves = moves;
        this.identities = identities;
        this.register = register;
        this.clock = clock;
    }

    /// What became of a request.
    sealed interface Outcome {
        record Done(MergeView view) implements Outcome {}

        record Invalid(Violation violation) implements Outcome {}

        /// What stands already speaks against it.
        record Conflict(String slug, String detail) implements Outcome {}

        /// There is no such diplomate, or no merge of them.
        record Missing() implements Outcome {}
    }

    Optional<MergeView> find(String diplomateId) {
        return jdbi.withHandle(
                handle ->
                        merges.latest(handle, diplomateId)
                                .map(merge -> view(handle, merge, false, 0)));
    }

    /// Everything of the diplomate becomes the other's. What was merged into the diplomate before
    /// goes along; into whomever the other was merged, they get it.
    Outcome merge(String diplomateId, MergeRequest request, String by, boolean dryRun) {
        return jdbi.inTransaction(
                transaction -> {
                    IdentityLock.forChanging(transaction);
                    Optional<Identity> merged = identities.find(transaction, diplomateId);
                    if (merged.isEmpty()) {
                        return new Outcome.Missing();
                    }
                    return identities
                            .find(transaction, request.into())
                            .map(Identity::remaining)
                            .map(
                                    into ->
                                            merge(
                                                    transaction,
                                                    merged.get(),
                                                    into,
                                                    request,
                                                    by,
                                                    dryRun))
                            .orElseGet(
                                    () ->
                                            invalid(
                                                    "diplomate.unknown",
                                                    "There is no such diplomate."));
                });
    }

    private Outcome merge(
            Handle transaction,
            Identity merged,
            String into,
            MergeRequest request,
            String by,
            boolean dryRun) {
        String id = merged.diplomateId();
        if (merged.mergedInto() != null) {
            return merged.remaining().equals(into)
                    ? new Outcome.Done(view(transaction, standing(transaction, id), dryRun, 0))
                    : new Outcome.Conflict(
                            "already-merged",
                            "It is merged into %s: merge that one, or withdraw the merge first."
                                    .formatted(merged.remaining()));
        }
        if (request.into().equals(id)) {
            return invalid("merge.self", "Nobody is merged into themselves.");
        }
        if (into.equals(id)) {
            return new Outcome.Conflict(
                    "merge-circle", "%s is merged into %s already.".formatted(request.into(), id));
        }
        Saying saying = new Saying(request.reason(), clock.instant(), by);
        Merge merge = new Merge(UUID.randomUUID(), id, into, saying, null);
        return orTakeBack(transaction, dryRun, () -> write(transaction, merge, dryRun));
    }

    private Outcome write(Handle transaction, Merge merge, boolean dryRun) {
        Saying said = merge.said();
        String reason =
                "%s merged into %s: %s".formatted(merge.diplomateId(), merge.into(), said.reason());
        moves.move(
                transaction,
                merge.diplomateId(),
                merge.into(),
                new Cause(merge.id(), said.at(), said.by(), reason));
        var behind = merges.thoseBehind(transaction, merge.diplomateId());
        merges.insert(transaction, merge);
        int found = register.redirect(transaction, behind, merge.into(), said.at(), said.by());
        return new Outcome.Done(view(transaction, merge, dryRun, found));
    }

    /// What the merge has moved is the diplomate's again, as far as nobody else was given it since.
    /// What was recorded since under the diplomate's number stays with the other: nobody but the
    /// board can say whose it is.
    Outcome withdraw(String diplomateId, String reason, String by, boolean dryRun) {
        return jdbi.inTransaction(
                transaction -> {
                    IdentityLock.forChanging(transaction);
                    Optional<Merge> merge = merges.latest(transaction, diplomateId);
                    if (merge.isEmpty()) {
                        return new Outcome.Missing();
                    }
                    if (!merge.get().stands()) {
                        return new Outcome.Done(view(transaction, merge.get(), dryRun, 0));
                    }
                    Saying saying = new Saying(reason, clock.instant(), by);
                    return orTakeBack(
                            transaction,
                            dryRun,
                            () -> writeWithdrawal(transaction, merge.get(), saying, dryRun));
                });
    }

    private Outcome writeWithdrawal(
            Handle transaction, Merge merge, Saying saying, boolean dryRun) {
        String id = merge.diplomateId();
        String reason =
                "Merge of %s into %s withdrawn: %s".formatted(id, merge.into(), saying.reason());
        moves.moveBack(
                transaction,
                identities.remaining(transaction, id),
                id,
                new Cause(merge.id(), saying.at(), saying.by(), reason));
        merges.withdraw(transaction, merge.id(), saying);
        var behind = merges.thoseBehind(transaction, id);
        int found = register.redirect(transaction, behind, id, saying.at(), saying.by());
        return new Outcome.Done(view(transaction, standing(transaction, id), dryRun, found));
    }

    /// A dry run does everything, so that it says exactly what would happen, and takes it back.
    private static Outcome orTakeBack(
            Handle transaction, boolean dryRun, Supplier<Outcome> change) {
        Outcome outcome = change.get();
        if (dryRun) {
            transaction.rollback();
        }
        return outcome;
    }

    private Merge standing(Handle transaction, String diplomateId) {
        return merges.latest(transaction, diplomateId).orElseThrow();
    }

    private MergeView view(Handle handle, Merge merge, boolean dryRun, int found) {
        var moved = moves.moved(handle, merge.id(), merge.diplomateId(), !merge.stands());
        return MergeView.of(merge, moved, dryRun, found);
    }

    private static Outcome invalid(String code, String detail) {
        return new Outcome.Invalid(new Violation("/into", code, detail));
    }
}
