package cme.credit.correction;

import cme.chassis.http.IfMatch;
import cme.chassis.json.Fields;
import cme.chassis.problem.Violation;
import cme.credit.access.Editor;
import cme.credit.access.Poster;
import cme.credit.activity.Activities;
import cme.credit.activity.Activity;
import cme.credit.completion.Attendance;
import cme.credit.completion.BoardCalendar;
import cme.credit.completion.Completion;
import cme.credit.completion.Completion.Content;
import cme.credit.completion.Completion.Status;
import cme.credit.completion.Completions;
import cme.credit.completion.Credits;
import cme.credit.completion.Overruled;
import cme.credit.completion.OverruledPostings;
import cme.credit.correction.DiplomateCheck.Owner;
import cme.credit.heldrow.Plausibility;
import cme.credit.identity.IdentityLock;
import cme.credit.matching.Questions;
import cme.credit.posting.CompletionChecks;
import cme.credit.posting.CompletionForm;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Corrects and withdraws completions by new revisions. Correcting a withdrawn completion undoes
/// the withdrawal.
@Singleton
final class CorrectionService {
    private final Jdbi jdbi;
    private final Completions completions;
    private final Activities activities;
    private final CompletionRevisions revisions;
    private final DiplomateCheck diplomates;
    private final Plausibility plausibility;
    private final OverruledPostings overruled;
    private final Clock clock;

    CorrectionService(
            Jdbi jdbi,
            Completions completions,
            Activities activities,
            CompletionRevisions revisions,
            DiplomateCheck diplomates,
            Plausibility plausibility,
            OverruledPostings overruled,
            Clock clock) {
        this.jdbi = jdbi;
        this.completions = completions;
        this.activities = activities;
        this.revisions = revisions;
        this.diplomates = diplomates;
        this.plausibility = plausibility;
        this.overruled = overruled;
        this.clock = clock;
    }

    sealed interface Outcome {
        /// The current revision; a change that changes nothing makes no revision.
        record Done(Completion completion) implements Outcome {}

        /// The caller has not seen the current revision.
        record Stale(int revision) implements Outcome {}

        record Invalid(List<Violation> violations) implements Outcome {}

        /// The change would undo what the board decided.
        record BoardDecided() implements Outcome {}

        record Missing() implements Outcome {}
    }

    /// Replaces the content of a completion and, when the correction names another one, its
    /// diplomate.
    ///
    /// @param questions of the editor, whose misses the caller spends
    Outcome correct(UUID id, Fields fields, Editor by, Questions questions, IfMatch seen) {
        return jdbi.inTransaction(
                transaction -> {
                    IdentityLock.forMatching(transaction);
                    return correct(transaction, id, fields, by, questions, seen);
                });
    }

    /// The same within a transaction that has locked identities for matching.
    Outcome correct(
            Handle transaction,
            UUID id,
            Fields fields,
            Editor by,
            Questions questions,
            IfMatch seen) {
        String reason = fields.requiredText("reason", Completion.MAX_REASON);
        CompletionForm form = CompletionForm.readCorrection(fields);
        return completions
                .lock(transaction, id)
                .map(
                        before -> {
                            Owner owner = diplomates.owner(transaction, form, before, questions);
                            return correct(transaction, before, form, owner, reason, by, seen);
                        })
                .orElseGet(Outcome.Missing::new);
    }

    /// Everything that is wrong with a correction, whoever makes it.
    List<Violation> violations(
            Handle transaction, Completion before, Fields fields, Questions questions) {
        fields.requiredText("reason", Completion.MAX_REASON);
        CompletionForm form = CompletionForm.readCorrection(fields);
        var violations = new ArrayList<Violation>(form.violations());
        violations.addAll(violations(transaction, form, before));
        violations.addAll(diplomates.owner(transaction, form, before, questions).violations());
        return violations;
    }

    private Outcome correct(
            Handle transaction,
            Completion before,
            CompletionForm form,
            Owner owner,
            @Nullable String reason,
            Editor by,
            IfMatch seen) {
        var violations = new ArrayList<Violation>(form.violations());
        violations.addAll(violations(transaction, form, before));
        violations.addAll(owner.violations());
        if (violations.isEmpty() && isSame(form, owner, before)) {
            return new Outcome.Done(before);
        }
        if (!seen.matches(before.revision())) {
            return new Outcome.Stale(before.revision());
        }
        if (violations.isEmpty()) {
            violations.addAll(doubts(form, before, by));
        }
        if (!violations.isEmpty() || reason == null) {
            return new Outcome.Invalid(violations);
        }
        Completion now =
                before.revised(
                        owner.diplomateId(),
                        Status.RECORDED,
                        content(form, before),
                        clock.instant(),
                        by.subject(),
                        reason);
        return undoesTheBoard(before, now, by) || isOverruled(transaction, before, now, by)
                ? new Outcome.BoardDecided()
                : write(transaction, before, now, by);
    }

    /// Whether the poster would make of the completion what the board decided otherwise about: that
    /// is not said again by correcting another completion or putting it back.
    private boolean isOverruled(Handle transaction, Completion before, Completion now, Editor by) {
        if (by.isBoard() || !before.isWithdrawn() && saysTheSame(before, now)) {
            return false;
        }
        Content content = now.content();
        var day = Overruled.Day.of(now.poster(), now.diplomateId(), content);
        return overruled
                .of(transaction, now.poster(), List.of(content), () -> List.of(day))
                .by(day, content)
                .isPresent();
    }

    private static boolean saysTheSame(Completion before, Completion now) {
        return now.diplomateId().equals(before.diplomateId())
                && now.content().completedOn().equals(before.content().completedOn())
                && Attendance.of(now.content()).equals(Attendance.of(before.content()));
    }

    /// Makes a completion count as not done. Withdrawing it again makes no revision, unless it is
    /// the board that says so for the first time.
    Outcome withdraw(UUID id, String reason, Editor by, IfMatch seen) {
        return jdbi.inTransaction(
                transaction ->
                        completions
                                .lock(transaction, id)
                                .map(before -> withdraw(transaction, before, reason, by, seen))
                                .orElseGet(Outcome.Missing::new));
    }

    private Outcome withdraw(
            Handle transaction, Completion before, String reason, Editor by, IfMatch seen) {
        boolean isBoardsWord = before.boardDecided() || !by.isBoard();
        if (before.isWithdrawn() && isBoardsWord) {
            return new Outcome.Done(before);
        }
        if (!seen.matches(before.revision())) {
            return new Outcome.Stale(before.revision());
        }
        Completion now = before.withdrawn(clock.instant(), by.subject(), reason);
        return undoesTheBoard(before, now, by)
                ? new Outcome.BoardDecided()
                : write(transaction, before, now, by);
    }

    private Outcome write(Handle transaction, Completion before, Completion now, Editor by) {
        Completion decided = by.isBoard() ? now.decidedByBoard() : now;
        revisions.add(transaction, List.of(CompletionRevision.of(before, decided)));
        return new Outcome.Done(decided);
    }

    /// A poster may lower what the board decided on, or mend a label, not undo it (domain, section
    /// 4).
    private static boolean undoesTheBoard(Completion before, Completion now, Editor by) {
        return before.boardDecided()
                && !by.isBoard()
                && (now.status() != before.status()
                        || !now.diplomateId().equals(before.diplomateId())
                        || isOfSomethingElse(now.content(), before.content())
                        || isMore(now.content().credits(), before.content().credits())
                        || isMore(
                                now.content().patientSafetyCredits(),
                                before.content().patientSafetyCredits()));
    }

    private static boolean isOfSomethingElse(Content now, Content before) {
        return !Objects.equals(now.activity(), before.activity())
                || !Objects.equals(now.title(), before.title())
                || !now.completedOn().equals(before.completedOn())
                || !Objects.equals(now.session(), before.session());
    }

    /// A part that is not known any more may turn out to be more.
    private static boolean isMore(@Nullable Credits now, @Nullable Credits before) {
        if (now == null) {
            return before != null;
        }
        return now.quarters() > (before == null ? 0 : before.quarters());
    }

    private List<Violation> violations(Handle transaction, CompletionForm form, Completion before) {
        LocalDate today = BoardCalendar.today(clock.instant());
        String code = form.activity();
        Activity activity =
                code == null ? null : activities.find(transaction, Set.of(code)).get(code);
        List<Violation> violations = CompletionChecks.check(form, activity, before.poster(), today);
        if (form.externalId() != null && !form.externalId().equals(before.externalId())) {
            violations.add(
                    new Violation(
                            "/externalId",
                            "external-id.fixed",
                            "The externalId of a completion cannot be changed."));
        }
        return violations;
    }

    /// The reasons why the board would look at it if it were posted now; a new label is none.
    private List<Violation> doubts(CompletionForm form, Completion before, Editor by) {
        Poster author = by.isBoard() ? Poster.BOARD : before.poster();
        Content now = content(form, before);
        Content then = before.content();
        boolean same =
                Objects.equals(now.activity(), then.activity())
                        && now.credits().equals(then.credits())
                        && now.completedOn().equals(then.completedOn());
        return same ? List.of() : plausibility.doubts(now, author, clock.instant());
    }

    private static boolean isSame(CompletionForm form, Owner owner, Completion before) {
        return before.status() == Status.RECORDED
                && owner.diplomateId().equals(before.diplomateId())
                && content(form, before).equals(before.content());
    }

    private static Content content(CompletionForm form, Completion before) {
        return form.provider() == null
                ? form.content().withProvider(before.content().provider())
                : form.content();
    }
}
