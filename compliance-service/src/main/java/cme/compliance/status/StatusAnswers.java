package cme.compliance.status;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.NoSuchResource;
import cme.compliance.assessment.AssessmentInputs;
import cme.compliance.assessment.AssessmentService;
import cme.compliance.assessment.StatusDocument;
import cme.compliance.assessment.StatusQuestion;
import cme.compliance.assessment.Statuses;
import cme.compliance.assessment.StoredStatus;
import cme.compliance.diplomate.BoardClock;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.diplomate.NamedInstants;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Status;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Answers for one diplomate: the stored answer where it is still right, otherwise a fresh one.
@Singleton
class StatusAnswers {

    /// An answer, ready to be sent.
    record Answer(byte[] body, String tag) {}

    private final Jdbi jdbi;
    private final Statuses statuses;
    private final AssessmentInputs inputs;
    private final AssessmentService assessments;
    private final Diplomates diplomates;
    private final NamedInstants named;
    private final BoardClock clock;
    private final AnswerMetrics metrics;

    StatusAnswers(
            Jdbi jdbi,
            Statuses statuses,
            AssessmentInputs inputs,
            AssessmentService assessments,
            Diplomates diplomates,
            NamedInstants named,
            BoardClock clock,
            AnswerMetrics metrics) {
        this.jdbi = jdbi;
        this.statuses = statuses;
        this.inputs = inputs;
        this.assessments = assessments;
        this.diplomates = diplomates;
        this.named = named;
        this.clock = clock;
        this.metrics = metrics;
    }

    /// @throws NoSuchResource when the diplomate has no cycle, or is merged into another one
    /// @throws InvalidRequest when the question is about a future state of knowledge
    Answer of(DiplomateId diplomate, StatusQuestion question) {
        Optional<Answer> stored = stored(diplomate, question);
        if (stored.isPresent()) {
            metrics.stored();
            return stored.get();
        }
        metrics.computed();
        Status status = inputs.of(diplomate, question).assess();
        return answer(StatusDocument.of(status), diplomate, status.asOf(), status.knownAt());
    }

    /// The stored answer, if it answers this question: it was made today with the current rules,
    /// and nothing that changes it is waiting. Its sentence counts days, so an answer of yesterday
    /// is not one of today even where nothing happened.
    private Optional<Answer> stored(DiplomateId diplomate, StatusQuestion question) {
        if (question.knownAt() != null || question.cycle() != null) {
            return Optional.empty();
        }
        LocalDate asOf = question.asOf();
        return jdbi.withHandle(handle -> fitting(handle, diplomate, asOf))
                .flatMap(
                        s ->
                                s.named()
                                        ? Optional.of(s)
                                        : jdbi.inTransaction(t -> named(t, diplomate, asOf)))
                .map(s -> answer(s.document(), diplomate, s.asOf(), s.knownAt()));
    }

    private Optional<StoredStatus> fitting(
            Handle handle, DiplomateId diplomate, @Nullable LocalDate asOf) {
        return statuses.find(handle, diplomate)
                .filter(s -> asOf == null || s.asOf().equals(asOf))
                .filter(s -> !s.pending())
                .filter(s -> !assessments.isOfEarlierDay(s.ruleSet(), s.asOf(), clock.now()))
                .filter(s -> assessments.isCurrent(s.ruleSet(), s.ruleSetVersion()));
    }

    /// The stored answer with its instant noted, before which nothing can come in any more. See
    /// [AssessmentInputs].
    private Optional<StoredStatus> named(
            Handle transaction, DiplomateId diplomate, @Nullable LocalDate asOf) {
        diplomates.holdActivities(transaction);
        diplomates.lock(transaction, List.of(diplomate));
        Optional<StoredStatus> stored = fitting(transaction, diplomate, asOf);
        stored.ifPresent(s -> named.answered(transaction, diplomate, s.knownAt()));
        return stored;
    }

    private static Answer answer(
            StatusDocument document, DiplomateId diplomate, LocalDate asOf, Instant knownAt) {
        return new Answer(document.answer(diplomate, asOf, knownAt), document.tag(asOf));
    }
}
