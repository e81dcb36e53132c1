package cme.credit.correction;

import cme.chassis.http.ETag;
import cme.chassis.http.IfMatch;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.chassis.problem.Violation;
import cme.credit.access.Editor;
import cme.credit.completion.Completion;
import cme.credit.completion.Completions;
import cme.credit.completion.StoredJson;
import cme.credit.completion.TimeOrderedId;
import cme.credit.correction.CorrectionProposalView.State;
import cme.credit.correction.CorrectionProposals.Kept;
import cme.credit.correction.CorrectionProposals.Made;
import cme.credit.correction.ProposalDecisionRequest.Decision;
import cme.credit.identity.IdentityLock;
import cme.credit.matching.MissQuota;
import cme.credit.matching.Questions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Takes corrections that societies propose where the board has decided, and the board's decisions
/// on them. What is accepted becomes a correction by the board.
@Singleton
final class CorrectionProposalService {
    private final Jdbi jdbi;
    private final CorrectionProposals proposals;
    private final CorrectionService corrections;
    private final Completions completions;
    private final CompletionChanges changes;
    private final MissQuota misses;
    private final Clock clock;

    CorrectionProposalService(
            Jdbi jdbi,
            CorrectionProposals proposals,
            CorrectionService corrections,
            Completions completions,
            CompletionChanges changes,
            MissQuota misses,
            Clock clock) {
        this.jdbi = jdbi;
        this.proposals = proposals;
        this.corrections = corrections;
        this.completions = completions;
        this.changes = changes;
        this.misses = misses;
        this.clock = clock;
    }

    sealed interface Outcome {
        /// @param isNew false when the same was said before
        record Done(CorrectionProposalView view, boolean isNew) implements Outcome {}

        record Invalid(List<Violation> violations) implements Outcome {}

        /// The board has decided otherwise, or a later proposal took its place.
        record Closed(State state) implements Outcome {}

        /// The completion has changed since the caller read it.
        ///
        /// @param differences one for each field that differs now
        record Stale(int revision, List<Violation> differences) implements Outcome {}

        /// The completion has changed since it was proposed.
        ///
        /// @param differences as in [Stale]
        record Outdated(int revision, List<Violation> differences) implements Outcome {}

        /// The proposal itself is not as the board has read it.
        record Reread(ETag current) implements Outcome {}

        record Missing() implements Outcome {}
    }

    /// @param body a correction, as [CorrectionRequest] describes it
    /// @param questions of the society, whose misses the caller spends
    /// @param seen the revision of the completion that the proposal was made of
    Outcome propose(UUID completion, JsonNode body, Questions questions, String by, IfMatch seen) {
        return jdbi.inTransaction(
                transaction -> {
                    IdentityLock.forMatching(transaction);
                    return completions
                            .lock(transaction, completion)
                            .map(before -> propose(transaction, before, body, questions, by, seen))
                            .orElseGet(Outcome.Missing::new);
                });
    }

    private Outcome propose(
            Handle transaction,
            Completion before,
            JsonNode body,
            Questions questions,
            String by,
            IfMatch seen) {
        if (!seen.matches(before.revision())) {
            return new Outcome.Stale(
                    before.revision(),
                    changes.since(transaction, before, seen.revision().orElse(0)));
        }
        List<Violation> violations =
                corrections.violations(transaction, before, Fields.of(body), questions);
        return violations.isEmpty()
                ? add(transaction, made(before, body, by))
                : new Outcome.Invalid(violations);
    }

    private Made made(Completion before, JsonNode body, String by) {
        Instant at = clock.instant();
        return new Made(
                TimeOrderedId.at(at),
                before.id(),
                before.revision(),
                before.poster(),
                body.toString(),
                at,
                by);
    }

    private Outcome add(Handle transaction, Made made) {
        Optional<Kept> same = proposals.same(transaction, made);
        if (same.isPresent()) {
            return new Outcome.Done(same.get().view(), false);
        }
        proposals.add(transaction, made);
        return done(transaction, made.id(), true);
    }

    private Outcome done(Handle transaction, UUID id, boolean isNew) {
        return new Outcome.Done(proposals.find(transaction, id).orElseThrow().view(), isNew);
    }

    /// @param seen the proposal that the board has read
    Outcome decide(UUID id, ProposalDecisionRequest request, String by, IfMatch seen) {
        return jdbi.inTransaction(
                transaction -> {
                    IdentityLock.forMatching(transaction);
                    return proposals
                            .lock(transaction, id)
                            .map(kept -> decide(transaction, kept, request, by, seen))
                            .orElseGet(Outcome.Missing::new);
                });
    }

    /// The same decision again gets the same answer.
    private Outcome decide(
            Handle transaction,
            Kept kept,
            ProposalDecisionRequest request,
            String by,
            IfMatch seen) {
        State decided = request.decision() == Decision.ACCEPT ? State.ACCEPTED : State.REJECTED;
        CorrectionProposalView proposal = kept.view();
        if (proposal.state() == decided) {
            return new Outcome.Done(proposal, false);
        }
        if (!seen.matches(proposal.tag())) {
            return new Outcome.Reread(proposal.tag());
        }
        if (proposal.state() != State.PROPOSED) {
            return new Outcome.Closed(proposal.state());
        }
        Optional<Outcome> refusal =
                decided == State.ACCEPTED
                        ? correct(transaction, kept, request.reason(), by)
                        : Optional.empty();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        proposals.decide(
                transaction, proposal.id(), decided, request.reason(), clock.instant(), by);
        return done(transaction, proposal.id(), true);
    }

    /// Why the completion could not be corrected; empty when it was.
    private Optional<Outcome> correct(Handle transaction, Kept kept, String reason, String by) {
        ObjectNode correction = StoredJson.read(kept.correction(), ObjectNode.class);
        correction.put("reason", reason);
        var seen = new IfMatch(ETag.of(kept.view().revision()).header());
        return switch (corrections.correct(
                transaction,
                kept.view().completion(),
                Fields.of(correction),
                new Editor(by, true),
                misses.ofSingles(null),
                seen)) {
            case CorrectionService.Outcome.Done _ -> Optional.empty();
            case CorrectionService.Outcome.Stale _ ->
                    completions
                            .lock(transaction, kept.view().completion())
                            .map(now -> outdated(transaction, now, kept.view().revision()));
            case CorrectionService.Outcome.Invalid(List<Violation> violations) ->
                    Optional.of(new Outcome.Invalid(violations));
            case CorrectionService.Outcome.BoardDecided _ ->
                    throw new IllegalStateException("The board may change what it decided");
            case CorrectionService.Outcome.Missing _ -> Optional.of(new Outcome.Missing());
        };
    }

    private Outcome outdated(Handle transaction, Completion now, int proposedOf) {
        return new Outcome.Outdated(now.revision(), changes.since(transaction, now, proposedOf));
    }

    Optional<CorrectionProposalView> find(UUID id) {
        return jdbi.withHandle(handle -> proposals.find(handle, id).map(Kept::view));
    }

    List<CorrectionProposalView> list(CorrectionProposalFilter filter, PageRequest page) {
        return jdbi.withHandle(handle -> proposals.list(handle, filter, page));
    }
}
