package cme.credit.correction;

import cme.chassis.json.Fields;
import cme.chassis.problem.Violation;
import cme.credit.activity.Activities;
import cme.credit.activity.Activity;
import cme.credit.completion.BoardCalendar;
import cme.credit.completion.Completion;
import cme.credit.completion.Completion.Content;
import cme.credit.completion.Completion.Status;
import cme.credit.completion.Completions;
import cme.credit.identity.IdentityLock;
import cme.credit.posting.CatalogChecks;
import cme.credit.posting.CompletionForm;
import cme.credit.posting.Draft;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Corrects and withdraws completions by new revisions; a withdrawn one is undone by correcting it.
@Singleton
final class Corrections {
    private final Jdbi jdbi;
    private final Completions completions;
    private final Activities activities;
    private final Revisions revisions;
    private final Reassignment reassignment;
    private final Clock clock;

    Corrections(
            Jdbi jdbi,
            Completions completions,
            Activities activities,
            Revisions revisions,
            Reassignment reassignment,
            Clock clock) {
        this.jdbi = jdbi;
        this.completions = completions;
        this.activities = activities;
        this.revisions = revisions;
        this.reassignment = reassignment;
        this.clock = clock;
    }

    /// What became of a correction.
    sealed interface Outcome<R> {
        /// This stands now; a correction that changes nothing makes no revision.
        record Done<R>(Completion completion) implements Outcome<R> {}

        /// The caller's guard said no.
        record Refused<R>(R why) implements Outcome<R> {}

        /// What was sent cannot stand.
        record Invalid<R>(List<Violation> violations) implements Outcome<R> {}

        record Missing<R>() implements Outcome<R> {}
    }

    /// Replaces what was completed and, when it names another diplomate, whose it is. Under which
    /// name it was posted stays.
    ///
    /// @param guard sees what stands and answers why it must not be replaced
    <R> Outcome<R> correct(
            UUID id, Fields fields, String by, Function<Completion, Optional<R>> guard) {
        String reason = fields.requiredText("reason", WithdrawalRequest.MAX_REASON);
        Draft draft = CompletionForm.readCorrection(fields, BoardCalendar.today(clock.instant()));
        return jdbi.inTransaction(
                transaction -> {
                    IdentityLock.forMatching(transaction);
                    return completions
                            .lock(transaction, id)
                            .map(before -> correct(transaction, before, draft, reason, by, guard))
                            .orElseGet(Outcome.Missing::new);
                });
    }

    private <R> Outcome<R> correct(
            Handle transaction,
            Completion before,
            Draft draft,
            @Nullable String reason,
            String by,
            Function<Completion, Optional<R>> guard) {
        Reassignment.Whose whose = reassignment.judge(transaction, draft, before);
        List<Violation> violations = violations(transaction, draft, before);
        violations.addAll(whose.violations());
        if (violations.isEmpty() && isSame(draft, whose, before)) {
            return new Outcome.Done<>(before);
        }
        Optional<R> refusal = guard.apply(before);
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        if (!violations.isEmpty() || reason == null) {
            return new Outcome.Invalid<>(violations);
        }
        Completion now =
                before.revised(
                        whose.diplomateId(),
                        Status.RECORDED,
                        content(draft, before),
                        clock.instant(),
                        by,
                        reason);
        return new Outcome.Done<>(write(transaction, before, now));
    }

    /// Makes it count as not done. What is withdrawn already stays so without a new revision.
    ///
    /// @param guard sees what stands and answers why it must not be withdrawn
    <R> Outcome<R> withdraw(
            UUID id, String reason, String by, Function<Completion, Optional<R>> guard) {
        return jdbi.inTransaction(
                transaction -> {
                    Optional<Completion> found = completions.lock(transaction, id);
                    if (found.isEmpty()) {
                        return new Outcome.Missing<R>();
                    }
                    Completion before = found.get();
                    if (before.status() == Status.WITHDRAWN) {
                        return new Outcome.Done<R>(before);
                    }
                    Optional<R> refusal = guard.apply(before);
                    if (refusal.isPresent()) {
                        return new Outcome.Refused<R>(refusal.get());
                    }
                    Completion now =
                            before.revised(
                                    Status.WITHDRAWN,
                                    before.content(),
                                    clock.instant(),
                                    by,
                                    reason);
                    return new Outcome.Done<R>(write(transaction, before, now));
                });
    }

    private Completion write(Handle transaction, Completion before, Completion now) {
        revisions.add(transaction, List.of(Succession.of(before, now)));
        return now;
    }

    private List<Violation> violations(Handle transaction, Draft draft, Completion before) {
        List<Violation> violations = new ArrayList<>(draft.violations());
        Activity activity =
                draft.activity() == null
                        ? null
                        : activities
                                .find(transaction, Set.of(draft.activity()))
                                .get(draft.activity());
        violations.addAll(CatalogChecks.check(draft, activity, before.poster()));
        if (draft.externalId() != null && !draft.externalId().equals(before.externalId())) {
            violations.add(
                    new Violation(
                            "/externalId",
                            "external-id.fixed",
                            "The name under which it was posted cannot be changed."));
        }
        return violations;
    }

    private static boolean isSame(Draft draft, Reassignment.Whose whose, Completion before) {
        return before.status() == Status.RECORDED
                && whose.diplomateId().equals(before.diplomateId())
                && content(draft, before).equals(before.content());
    }

    private static Content content(Draft draft, Completion before) {
        if (draft.completedOn() == null || draft.credits() == null) {
            throw new IllegalStateException("a draft without violations has a date and credits");
        }
        return new Content(
                draft.activity(),
                draft.title(),
                draft.completedOn(),
                draft.credits(),
                draft.patientSafetyCredits(),
                draft.category(),
                draft.provider() == null ? before.content().provider() : draft.provider());
    }
}
