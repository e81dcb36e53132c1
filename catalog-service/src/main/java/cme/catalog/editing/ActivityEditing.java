package cme.catalog.editing;

import cme.catalog.activity.Activity;
import cme.catalog.activity.ActivityCode;
import cme.catalog.activity.Description;
import cme.catalog.activity.Draft;
import cme.catalog.activity.Move;
import cme.catalog.activity.Moves;
import cme.catalog.register.Entry;
import cme.catalog.register.Occasion;
import cme.catalog.register.Status;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Proposes activities and edits what is said of them. The board may always; a society may for its
/// own, until the board has approved them.
@Singleton
class ActivityEditing {

    private final Desk desk;
    private final References references;

    ActivityEditing(Desk desk, References references) {
        this.desk = desk;
        this.references = references;
    }

    Outcome put(Editor editor, ActivityCode code, ActivityRequest request, Seen seen) {
        return desk.edit(
                code,
                (transaction, current) ->
                        current == null
                                ? propose(transaction, editor, code, request, seen)
                                : describe(transaction, editor, current, request, seen));
    }

    private Outcome propose(
            Handle transaction,
            Editor editor,
            ActivityCode code,
            ActivityRequest request,
            Seen seen) {
        var description = description(editor, request.draft(), null);
        var refused = refusal(editor, code, null, description);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (!seen.isUnsaid()) {
            return new Outcome.Stale("There is no activity %s yet.".formatted(code), List.of());
        }
        var proposed = Activity.of(code, description, List.of());
        var violations = new ArrayList<>(request.contradictions(Status.PROPOSED, proposed));
        violations.addAll(references.violations(transaction, code, description));
        return violations.isEmpty()
                ? new Outcome.Created(desk.first(transaction, proposed, editor, request.reason()))
                : new Outcome.Invalid(violations);
    }

    private Outcome describe(
            Handle transaction, Editor editor, Entry current, ActivityRequest request, Seen seen) {
        var code = current.activity().code();
        var description = description(editor, request.draft(), current.activity().description());
        var refused = refusal(editor, code, current.activity(), description);
        if (refused.isPresent()) {
            return refused.get();
        }
        var violations = request.contradictions(Status.of(current.activity()), current.activity());
        if (!violations.isEmpty()) {
            // What was sent may be what a stale client has read.
            return desk.unseen(transaction, current, seen)
                    .orElseGet(() -> new Outcome.Invalid(violations));
        }
        return switch (Moves.describe(current.activity(), description)) {
            case Move.Nothing() -> new Outcome.Unchanged(current);
            case Move.Missing(var detail) -> new Outcome.Missing(detail);
            case Move.Refused(var slug, var detail) ->
                    desk.unseen(transaction, current, seen)
                            .orElseGet(() -> new Outcome.Conflict(slug, detail));
            case Move.Made(var changed) ->
                    desk.unseen(transaction, current, seen)
                            .orElseGet(() -> keep(transaction, editor, current, changed, request));
        };
    }

    private Outcome keep(
            Handle transaction,
            Editor editor,
            Entry current,
            Activity changed,
            ActivityRequest request) {
        var violations = references.violations(transaction, changed.code(), changed.description());
        return violations.isEmpty()
                ? new Outcome.Changed(
                        desk.follow(
                                transaction,
                                current,
                                changed,
                                editor,
                                Occasion.CHANGED,
                                request.reason()))
                : new Outcome.Invalid(violations);
    }

    /// The board confirms the credits that it sends, unless it says that it does not. What a
    /// society sends is confirmed only if the board has confirmed the same before.
    private static Description description(
            Editor editor, Draft draft, @Nullable Description current) {
        boolean unless =
                editor instanceof Editor.Board
                        ? draft.credits() != null
                        : isConfirmed(draft, current);
        return draft.confirmedUnlessSaid(unless).description();
    }

    private static boolean isConfirmed(Draft draft, @Nullable Description current) {
        return current != null
                && current.creditsConfirmed()
                && draft.description().bringsTheSameAs(current);
    }

    private static Optional<Outcome> refusal(
            Editor editor, ActivityCode code, @Nullable Activity current, Description wanted) {
        return switch (editor) {
            case Editor.Board _ -> Optional.empty();
            case Editor.Nobody _ ->
                    Optional.of(new Outcome.NotAllowed("The token names no provider."));
            case Editor.Society society ->
                    Ownership.refusal(society, code, current, wanted).map(Outcome.NotAllowed::new);
        };
    }
}
