package cme.compliance.assessment;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.NoSuchResource;
import cme.chassis.problem.Problem;
import cme.compliance.diplomate.BoardClock;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.diplomate.NamedInstants;
import cme.compliance.person.MergedInto;
import cme.compliance.record.NoCycle;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Facts;
import cme.compliance.rules.RuleSet;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/// Reads the inputs of an assessment for a question about one diplomate.
///
/// An answer names the instant up to which it knows. It notes that instant before it is given, so
/// that what comes in later is not known at it, and the same question always has the same answer.
@Singleton
public class AssessmentInputs {

    private final Jdbi jdbi;
    private final FactsReader facts;
    private final AssessmentService assessments;
    private final Diplomates diplomates;
    private final NamedInstants named;
    private final BoardClock clock;

    AssessmentInputs(
            Jdbi jdbi,
            FactsReader facts,
            AssessmentService assessments,
            Diplomates diplomates,
            NamedInstants named,
            BoardClock clock) {
        this.jdbi = jdbi;
        this.facts = facts;
        this.assessments = assessments;
        this.diplomates = diplomates;
        this.named = named;
        this.clock = clock;
    }

    /// @throws NoSuchResource when the diplomate has no cycle, or is merged into another one
    /// @throws InvalidRequest when the question is about a future state of knowledge
    public AssessmentInput of(DiplomateId diplomate, StatusQuestion question) {
        DiplomateFacts kept =
                jdbi.inTransaction(
                        TransactionIsolationLevel.REPEATABLE_READ,
                        handle -> facts(handle, diplomate));
        AssessmentInput input = input(kept, question);
        return input.knownAt().isAfter(kept.answeredUntil())
                ? jdbi.inTransaction(handle -> named(handle, diplomate, question))
                : input;
    }

    /// Nothing about the diplomate is taken in until the instant is noted.
    private AssessmentInput named(
            Handle transaction, DiplomateId diplomate, StatusQuestion question) {
        diplomates.holdActivities(transaction);
        diplomates.lock(transaction, List.of(diplomate));
        AssessmentInput input = input(facts(transaction, diplomate), question);
        named.answered(transaction, diplomate, input.knownAt());
        return input;
    }

    private DiplomateFacts facts(Handle handle, DiplomateId diplomate) {
        return facts.of(handle, List.of(diplomate)).get(diplomate);
    }

    private AssessmentInput input(DiplomateFacts kept, StatusQuestion question) {
        DiplomateId diplomate = kept.diplomate();
        Instant knownAt = knownAt(kept, question.knownAt());
        return switch (assessments.choose(kept, question, clock.now(), knownAt)) {
            case AssessmentService.Chosen(RuleSet rules, Facts facts, LocalDate asOf) ->
                    new AssessmentInput(rules, facts, kept.activities(), asOf, knownAt);
            case AssessmentService.Merged(DiplomateId into) ->
                    throw new NoSuchResource(MergedInto.of(diplomate, into));
            case AssessmentService.NoCycle _ ->
                    throw new NoSuchResource(
                            question.cycle() == null
                                    ? NoCycle.of(diplomate)
                                    : NoCycle.of(diplomate, question.cycle()));
            case AssessmentService.NoRules(RuleSet.Id ruleSet) -> throw withoutRules(ruleSet);
        };
    }

    /// Another instance, of a newer version, may have them.
    private static InvalidRequest withoutRules(RuleSet.Id ruleSet) {
        return new InvalidRequest(
                Problem.unavailable("This instance does not have the rule set " + ruleSet + "."));
    }

    /// An answer about the past never changes; the future state of knowledge is not known yet.
    private Instant knownAt(DiplomateFacts kept, @Nullable Instant asked) {
        if (asked == null) {
            return kept.latest();
        }
        if (asked.isAfter(kept.lastKnowable(clock.now()))) {
            throw new InvalidRequest(
                    "/knownAt", "known-at.future", "What will be known then is not known yet.");
        }
        return asked;
    }
}
