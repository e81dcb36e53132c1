package cme.catalog.editing;

import cme.catalog.activity.Activity;
import cme.catalog.activity.ActivityCode;
import cme.catalog.activity.Move;
import cme.catalog.register.Activities;
import cme.catalog.register.Entry;
import cme.catalog.register.LostRace;
import cme.catalog.register.Occasion;
import cme.catalog.register.Revision;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Where an edit is decided and recorded: the activity is locked, judged, and kept with its event
/// in one transaction.
@Singleton
class Desk {

    private final Jdbi jdbi;
    private final Activities activities;
    private final Staleness staleness;
    private final Clock clock;

    Desk(Jdbi jdbi, Activities activities, Staleness staleness, Clock clock) {
        this.jdbi = jdbi;
        this.activities = activities;
        this.staleness = staleness;
        this.clock = clock;
    }

    interface Edit {
        Outcome decide(Handle transaction, @Nullable Entry current);
    }

    /// An edit of an activity that may not exist yet.
    Outcome edit(ActivityCode code, Edit edit) {
        try {
            return attempt(code, edit);
        } catch (LostRace otherWasFirst) {
            return attempt(code, edit);
        }
    }

    /// A step of the board that overwrites nothing; If-Match is honoured when it is sent.
    Outcome move(
            ActivityCode code,
            Editor.Board editor,
            Seen seen,
            Occasion occasion,
            @Nullable String reason,
            Function<Activity, Move> move) {
        var any = seen.isUnsaid() ? Seen.ANY : seen;
        return replace(code, editor, any, occasion, reason, move);
    }

    /// A step of the board that overwrites what is there, so that If-Match is needed.
    Outcome replace(
            ActivityCode code,
            Editor.Board editor,
            Seen seen,
            Occasion occasion,
            @Nullable String reason,
            Function<Activity, Move> move) {
        return edit(
                code,
                (transaction, current) -> {
                    if (current == null) {
                        return new Outcome.Missing("There is no activity " + code + ".");
                    }
                    return switch (move.apply(current.activity())) {
                        case Move.Nothing() -> new Outcome.Unchanged(current);
                        case Move.Missing(var detail) -> new Outcome.Missing(detail);
                        case Move.Refused(var slug, var detail) ->
                                unseen(transaction, current, seen)
                                        .orElseGet(() -> new Outcome.Conflict(slug, detail));
                        case Move.Made(var changed) ->
                                unseen(transaction, current, seen)
                                        .orElseGet(
                                                () ->
                                                        new Outcome.Changed(
                                                                follow(
                                                                        transaction,
                                                                        current,
                                                                        changed,
                                                                        editor,
                                                                        occasion,
                                                                        reason)));
                    };
                });
    }

    /// What keeps the editor from overwriting what they have not seen.
    Optional<Outcome> unseen(Handle transaction, Entry current, Seen seen) {
        if (seen.isUnsaid()) {
            return Optional.of(new Outcome.Unseen());
        }
        return seen.covers(current.revision())
                ? Optional.empty()
                : Optional.of(staleness.explain(transaction, current, seen));
    }

    Entry first(Handle transaction, Activity activity, Editor editor, @Nullable String reason) {
        var entry = Entry.first(activity, clock.instant(), editor.subject());
        activities.save(transaction, List.of(new Revision(entry, Occasion.PROPOSED, reason)));
        return entry;
    }

    Entry follow(
            Handle transaction,
            Entry current,
            Activity changed,
            Editor editor,
            Occasion occasion,
            @Nullable String reason) {
        var entry = current.followedBy(changed, clock.instant(), editor.subject());
        activities.save(transaction, List.of(new Revision(entry, occasion, reason)));
        return entry;
    }

    private Outcome attempt(ActivityCode code, Edit edit) {
        return jdbi.inTransaction(
                transaction -> {
                    var found = activities.lock(transaction, List.of(code.value()));
                    return edit.decide(transaction, found.get(code.value()));
                });
    }
}
