package cme.compliance.status;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.NoSuchResource;
import cme.chassis.problem.Problem;
import cme.compliance.assessment.AssessmentRun;
import cme.compliance.assessment.DiplomateFacts;
import cme.compliance.assessment.FactsReader;
import cme.compliance.assessment.StatusDocument;
import cme.compliance.assessment.Statuses;
import cme.compliance.diplomate.BoardClock;
import cme.compliance.planning.PreparedQuestion;
import cme.compliance.record.NoCycle;
import cme.compliance.rules.Assessment;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.RuleSet;
import cme.compliance.rules.Status;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// Answers for one diplomate: the stored one where it still holds, otherwise made for the question.
@Singleton
public class StatusAnswers {

    /// An answer, ready to be sent.
    record Answer(byte[] body, String tag) {}

    private final Jdbi jdbi;
    private final Statuses statuses;
    private final FactsReader facts;
    private final AssessmentRun assessing;
    private final BoardClock clock;
    private final AnswerMetrics metrics;

    StatusAnswers(
            Jdbi jdbi,
            Statuses statuses,
            FactsReader facts,
            AssessmentRun assessing,
            BoardClock clock,
            AnswerMetrics metrics) {
        this.jdbi = jdbi;
        this.statuses = statuses;
        this.facts = facts;
        this.assessing = assessing;
        this.clock = clock;
        this.metrics = metrics;
    }

    /// @throws NoSuchResource when the diplomate has no cycle
    /// @throws InvalidRequest when the question is about a future state of knowledge
    Answer of(DiplomateId diplomate, StatusQuestion question) {
        var stored = stored(diplomate, question);
        if (stored.isPresent()) {
            metrics.stored();
            return stored.get();
        }
        metrics.computed();
        var status = assess(diplomate, question);
        var document = StatusDocument.of(status);
        var body = document.answer(diplomate, status.asOf(), status.knownAt());
        return new Answer(body, document.tag(status.asOf()));
    }

    /// The stored answer, when it is the one to this question: made on the same day with the rules
    /// of today, and nothing that changes it is on its way. The sentence in it counts days, so an
    /// answer of yesterday is not one of today even where nothing happened.
    private Optional<Answer> stored(DiplomateId diplomate, StatusQuestion question) {
        var now = clock.now();
        var today = clock.today();
        if (question.knownAt() != null
                || question.asOf() != null && !question.asOf().equals(today)) {
            return Optional.empty();
        }
        return jdbi.withHandle(handle -> statuses.find(handle, diplomate))
                .filter(s -> s.asOf().equals(today) && !s.pending())
                .filter(s -> assessing.isCurrent(s.ruleSet(), s.ruleSetVersion()))
                .map(
                        s -> {
                            var knownAt = s.knownAt().isAfter(now) ? s.knownAt() : now;
                            return new Answer(
                                    s.document().answer(diplomate, today, knownAt),
                                    s.document().tag(today));
                        });
    }

    /// Made for the question from all that is kept.
    ///
    /// @throws NoSuchResource when the diplomate has no cycle
    Status assess(DiplomateId diplomate, StatusQuestion question) {
        var prepared = prepare(diplomate, question);
        return Assessment.assess(
                prepared.rules(), prepared.facts(), prepared.asOf(), prepared.knownAt());
    }

    /// @throws NoSuchResource when the diplomate has no cycle
    public PreparedQuestion prepare(DiplomateId diplomate, StatusQuestion question) {
        var known =
                jdbi.inTransaction(
                        TransactionIsolationLevel.REPEATABLE_READ,
                        handle -> facts.of(handle, List.of(diplomate)).get(diplomate));
        var asOf = question.asOf() == null ? clock.today() : question.asOf();
        var knownAt = knownAt(known, question.knownAt());
        var kept = known.facts(knownAt);
        var ruleSet =
                kept.cycleKnownAt(knownAt)
                        .orElseThrow(() -> new NoSuchResource(NoCycle.of(diplomate)))
                        .ruleSet();
        var rules = assessing.rules(ruleSet).orElseThrow(() -> withoutRules(ruleSet));
        return new PreparedQuestion(rules, kept, known.activities(), asOf, knownAt);
    }

    /// Another instance, of a newer version, may have them.
    private static InvalidRequest withoutRules(RuleSet.Id ruleSet) {
        return new InvalidRequest(
                Problem.unavailable("This instance does not have the rule set " + ruleSet + "."));
    }

    /// What was known then will never change; what will be known is not known yet.
    private Instant knownAt(
            DiplomateFacts known, @org.jspecify.annotations.Nullable Instant asked) {
        var all = known.allKnownAt(clock.now());
        if (asked != null && asked.isAfter(all)) {
            throw new InvalidRequest(
                    "/knownAt", "known-at.future", "What will be known then is not known yet.");
        }
        return asked == null ? all : asked;
    }
}
