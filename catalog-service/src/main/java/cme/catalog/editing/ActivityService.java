package cme.catalog.editing;

import cme.catalog.activity.Activities;
import cme.catalog.activity.Activity;
import cme.catalog.activity.Activity.Retirement;
import cme.catalog.activity.ActivityRecording;
import cme.catalog.activity.ActivityRevision;
import cme.catalog.activity.Approval;
import cme.catalog.activity.Description;
import cme.catalog.activity.Draft;
import cme.catalog.activity.History;
import cme.catalog.activity.Moves;
import cme.catalog.activity.Moves.Move;
import cme.catalog.activity.Occasion;
import cme.chassis.database.Transactions;
import cme.chassis.problem.Violation;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Proposes, describes, approves and retires activities. Each edit locks what the activity will
/// refer to, then the activity, and records the change with its event in the same transaction.
@Singleton
class ActivityService {

    private final Transactions transactions;
    private final Activities activities;
    private final ActivityRecording recording;
    private final References references;
    private final Proposals proposals;
    private final RevisionDiff diff;
    private final History history;

    ActivityService(
            Transactions transactions,
            Activities activities,
            ActivityRecording recording,
            References references,
            Proposals proposals,
            RevisionDiff diff,
            History history) {
        this.transactions = transactions;
        this.activities = activities;
        this.recording = recording;
        this.references = references;
        this.proposals = proposals;
        this.diff = diff;
        this.history = history;
    }

    /// Proposes an activity or describes it. The board may always; a society may for its own
    /// activities, until the board has approved them.
    ActivityOutcome put(ActivityEdit edit, ActivityRequest request) {
        return transactions.call(
                transaction -> {
                    if (edit.editor() instanceof Editor.Society society
                            && !references.lockToPropose(transaction, society.provider())) {
                        return new ActivityOutcome.UnknownProvider(society.provider());
                    }
                    List<Violation> unknown =
                            references.lockProvider(transaction, request.draft().provider());
                    ActivityRevision current =
                            activities.lock(transaction, edit.code()).orElse(null);
                    Activity activity = current == null ? null : current.activity();
                    Description description = description(edit.editor(), request.draft(), activity);
                    Optional<String> refusal =
                            proposals
                                    .codeOfAnother(transaction, edit, activity)
                                    .or(
                                            () ->
                                                    Ownership.refusal(
                                                            edit.editor(),
                                                            edit.code(),
                                                            activity,
                                                            description));
                    if (refusal.isPresent()) {
                        return new ActivityOutcome.NotAllowed(refusal.get());
                    }
                    return current == null
                            ? propose(transaction, edit, request, description, unknown)
                            : describe(transaction, edit, request, current, description, unknown);
                });
    }

    ActivityOutcome approve(ActivityEdit edit, Approval approval) {
        return move(
                edit.withOptionalIfMatch(),
                Occasion.APPROVED,
                transaction -> references.lockProcedures(transaction, approval),
                activity -> Moves.approve(activity, approval));
    }

    ActivityOutcome changeApproval(ActivityEdit edit, Approval approval) {
        return move(
                edit,
                Occasion.APPROVED,
                transaction -> references.lockProcedures(transaction, approval),
                activity -> Moves.changeApproval(activity, approval));
    }

    /// To withdraw an approval again is harmless; one that never existed is missing.
    ActivityOutcome withdrawApproval(ActivityEdit edit, UUID approval) {
        ActivityOutcome outcome =
                move(
                        edit,
                        Occasion.CHANGED,
                        _ -> List.of(),
                        activity -> Moves.withdrawApproval(activity, approval));
        return outcome instanceof ActivityOutcome.Missing
                        && transactions.call(t -> history.knowsApproval(t, edit.code(), approval))
                ? new ActivityOutcome.Withdrawn()
                : outcome;
    }

    ActivityOutcome retire(ActivityEdit edit, Retirement retirement) {
        return move(
                edit.withOptionalIfMatch(),
                Occasion.RETIRED,
                _ -> List.of(),
                activity -> Moves.retire(activity, retirement));
    }

    ActivityOutcome reinstate(ActivityEdit edit) {
        return move(edit, Occasion.CHANGED, _ -> List.of(), Moves::reinstate);
    }

    private ActivityOutcome propose(
            Handle transaction,
            ActivityEdit edit,
            ActivityRequest request,
            Description description,
            List<Violation> unknown) {
        edit.ifMatch().requireNoneOf("activity " + edit.code());
        Optional<ActivityOutcome> tooMany = proposals.tooMany(transaction, edit.editor());
        if (tooMany.isPresent()) {
            return tooMany.get();
        }
        var proposed = new Activity.Proposed(edit.code(), description);
        List<Violation> violations = new ArrayList<>(request.contradictions(proposed));
        violations.addAll(unknown);
        if (violations.isEmpty()) {
            violations.addAll(references.agreeOnCap(transaction, edit.code(), description));
        }
        return violations.isEmpty()
                ? new ActivityOutcome.Created(
                        recording.add(
                                transaction, proposed, edit.reason(), edit.editor().subject()))
                : new ActivityOutcome.Invalid(violations);
    }

    private ActivityOutcome describe(
            Handle transaction,
            ActivityEdit edit,
            ActivityRequest request,
            ActivityRevision current,
            Description description,
            List<Violation> unknown) {
        List<Violation> contradictions = request.contradictions(current.activity());
        if (!contradictions.isEmpty()) {
            // The client may have sent back what it read before another change.
            return unseen(transaction, edit, current)
                    .orElseGet(() -> new ActivityOutcome.Invalid(contradictions));
        }
        return decide(
                transaction,
                edit,
                current,
                Occasion.CHANGED,
                Moves.describe(current.activity(), description),
                () ->
                        unknown.isEmpty()
                                ? references.agreeOnCap(transaction, edit.code(), description)
                                : unknown);
    }

    /// @param references locks what the activity will refer to, and reports what does not exist
    private ActivityOutcome move(
            ActivityEdit edit,
            Occasion occasion,
            Function<Handle, List<Violation>> references,
            Function<Activity, Move> move) {
        return transactions.call(
                transaction -> {
                    List<Violation> unknown = references.apply(transaction);
                    if (!unknown.isEmpty()) {
                        return new ActivityOutcome.Invalid(unknown);
                    }
                    return activities
                            .lock(transaction, edit.code())
                            .map(
                                    current ->
                                            decide(
                                                    transaction,
                                                    edit,
                                                    current,
                                                    occasion,
                                                    move.apply(current.activity()),
                                                    List::of))
                            .orElseGet(
                                    () ->
                                            new ActivityOutcome.Missing(
                                                    "There is no activity %s."
                                                            .formatted(edit.code())));
                });
    }

    private ActivityOutcome decide(
            Handle transaction,
            ActivityEdit edit,
            ActivityRevision current,
            Occasion occasion,
            Move move,
            Supplier<List<Violation>> check) {
        return switch (move) {
            case Move.Nothing() -> new ActivityOutcome.Unchanged(current);
            case Move.Missing(var detail) -> new ActivityOutcome.Missing(detail);
            case Move.Refused(var slug, var detail) ->
                    unseen(transaction, edit, current)
                            .orElseGet(() -> new ActivityOutcome.Conflict(slug, detail));
            case Move.Made(var changed) ->
                    unseen(transaction, edit, current)
                            .orElseGet(
                                    () -> {
                                        List<Violation> violations = check.get();
                                        return violations.isEmpty()
                                                ? new ActivityOutcome.Changed(
                                                        recording.change(
                                                                transaction,
                                                                changed,
                                                                occasion,
                                                                edit.reason(),
                                                                edit.editor().subject()))
                                                : new ActivityOutcome.Invalid(violations);
                                    });
        };
    }

    /// The refusal when the editor has not seen the current revision.
    private Optional<ActivityOutcome> unseen(
            Handle transaction, ActivityEdit edit, ActivityRevision current) {
        if (edit.ifMatch().isMissing()) {
            return Optional.of(new ActivityOutcome.IfMatchMissing());
        }
        return edit.ifMatch().matches(current.number())
                ? Optional.empty()
                : Optional.of(diff.explain(transaction, current, edit.ifMatch()));
    }

    /// Credits that the board sends are confirmed unless it says that they are not. Those that a
    /// society sends are confirmed only if the board has confirmed the same credits before.
    private static Description description(
            Editor editor, Draft draft, @Nullable Activity activity) {
        Description current = activity == null ? null : activity.description();
        boolean isConfirmed =
                editor instanceof Editor.Board
                        || current != null
                                && current.creditsConfirmed()
                                && draft.description(false).bringsTheSameAs(current);
        return draft.description(isConfirmed);
    }
}
