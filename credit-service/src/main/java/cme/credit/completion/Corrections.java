package cme.credit.completion;

import cme.chassis.eventlog.EventLog;
import cme.chassis.json.Fields;
import cme.chassis.problem.Violation;
import cme.credit.activity.Activities;
import cme.credit.activity.Activity;
import cme.credit.completion.Completion.Content;
import cme.credit.completion.Completion.Status;
import cme.credit.identity.Claim;
import cme.credit.identity.Identities;
import cme.credit.identity.IdentityMatch;
import cme.credit.identity.IdentityMatching;
import cme.credit.identity.NameFolding;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// Corrects and withdraws completions by new revisions; a withdrawn one is undone by correcting it.
@Singleton
final class Corrections {
    /// Longest reason taken, in characters.
    static final int MAX_REASON = 500;

    private final Jdbi jdbi;
    private final Completions completions;
    private final Activities activities;
    private final Identities identities;
    private final EventLog eventLog;
    private final Clock clock;

    Corrections(
            Jdbi jdbi,
            Completions completions,
            Activities activities,
            Identities identities,
            EventLog eventLog,
            Clock clock) {
        this.jdbi = jdbi;
        this.completions = completions;
        this.activities = activities;
        this.identities = identities;
        this.eventLog = eventLog;
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

    /// Replaces what was completed. Whose it is, and under which name it was posted, stays.
    ///
    /// @param guard sees what stands and answers why it must not be replaced
    <R> Outcome<R> correct(
            UUID id, Fields fields, String by, Function<Completion, Optional<R>> guard) {
        return jdbi.inTransaction(
                transaction -> {
                    Optional<Completion> found = completions.lock(transaction, id);
                    if (found.isEmpty()) {
                        return new Outcome.Missing<R>();
                    }
                    Completion before = found.get();
                    String reason = fields.requiredText("reason", MAX_REASON);
                    Draft draft =
                            CompletionForm.readCorrection(
                                    fields, BoardCalendar.today(clock.instant()));
                    List<Violation> violations = violations(transaction, draft, before);
                    if (violations.isEmpty() && isSame(draft, before)) {
                        return new Outcome.Done<R>(before);
                    }
                    Optional<R> refusal = guard.apply(before);
                    if (refusal.isPresent()) {
                        return new Outcome.Refused<R>(refusal.get());
                    }
                    if (!violations.isEmpty() || reason == null) {
                        return new Outcome.Invalid<R>(violations);
                    }
                    Content content = content(draft, before);
                    return new Outcome.Done<R>(
                            write(
                                    transaction,
                                    before.revised(
                                            Status.RECORDED,
                                            content,
                                            clock.instant(),
                                            by,
                                            reason)));
                });
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
                    return new Outcome.Done<R>(
                            write(
                                    transaction,
                                    before.revised(
                                            Status.WITHDRAWN,
                                            before.content(),
                                            clock.instant(),
                                            by,
                                            reason)));
                });
    }

    private Completion write(Handle transaction, Completion revision) {
        completions.replace(transaction, List.of(revision));
        eventLog.append(transaction, List.of(CompletionEvent.logged(revision)));
        return revision;
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
        if (!isSamePerson(transaction, draft, before)) {
            violations.add(
                    new Violation(
                            "/diplomateId",
                            "diplomate.fixed",
                            "It is another diplomate's: withdraw it, and post it for whom it is."));
        }
        return violations;
    }

    private boolean isSamePerson(Handle transaction, Draft draft, Completion before) {
        String id = draft.diplomateId();
        if (id != null && !id.equals(before.diplomateId())) {
            return false;
        }
        if (draft.familyName() == null) {
            return true;
        }
        Claim claim =
                new Claim(
                        before.diplomateId(),
                        draft.npi(),
                        NameFolding.keys(draft.familyName()),
                        draft.birthMonthDay());
        IdentityMatch match =
                IdentityMatching.prepare(transaction, identities, List.of(claim)).match(claim);
        return match.equals(new IdentityMatch.Match(before.diplomateId()));
    }

    private static boolean isSame(Draft draft, Completion before) {
        return before.status() == Status.RECORDED
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
