package cme.credit.correction;

import cme.chassis.database.Columns;
import cme.chassis.eventlog.EventLog;
import cme.chassis.eventlog.NewEvent;
import cme.credit.completion.Completion;
import cme.credit.completion.CompletionEvent;
import cme.credit.completion.CompletionView;
import cme.credit.completion.Completions;
import cme.credit.completion.OverruledPostings;
import cme.credit.completion.StoredJson;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Adds revisions of completions, and reads all of them from the event log.
@Singleton
public final class CompletionRevisions {
    /// A revision in the event log.
    ///
    /// @param seq its number there
    record LoggedRevision(long seq, CompletionView completion) {}

    private static final String NOTE_MOVED =
            """
            insert into completion_moved (completion, revision, diplomate_id, merge, board_decided_before)
            select * from unnest(:completions::uuid[], :revisions::int[], :diplomates::text[], :merges::uuid[],
                :decided::boolean[])
            """;

    /// A revision that moved the completion is logged under the keys of both diplomates.
    private static final String OF_COMPLETION =
            """
            select distinct on ((payload ->> 'revision')::int) seq, payload from event_log
            where key = any(array(
                    select :diplomate union all select diplomate_id from completion_moved where completion = :id))
                and payload ->> 'id' = :id::text and type like 'cme.credit.completion.%'
            order by (payload ->> 'revision')::int, seq
            """;

    private final Completions completions;
    private final OverruledPostings overruled;
    private final EventLog eventLog;

    CompletionRevisions(Completions completions, OverruledPostings overruled, EventLog eventLog) {
        this.completions = completions;
        this.overruled = overruled;
        this.eventLog = eventLog;
    }

    /// Replaces current revisions and logs the events, in a fixed number of statements. A consumer
    /// finds everything about a diplomate under one key, so a revision that moves a completion is
    /// logged for both diplomates.
    public void add(Handle transaction, List<CompletionRevision> revisions) {
        if (revisions.isEmpty()) {
            return;
        }
        completions.replace(transaction, revisions.stream().map(CompletionRevision::now).toList());
        noteMoved(transaction, revisions.stream().filter(CompletionRevision::moves).toList());
        overruled.add(
                transaction,
                revisions.stream()
                        .filter(CompletionRevision::overrules)
                        .map(revision -> entry(revision.before()))
                        .toList());
        eventLog.append(
                transaction, revisions.stream().flatMap(CompletionRevisions::events).toList());
    }

    private static OverruledPostings.Entry entry(Completion before) {
        return new OverruledPostings.Entry(
                before.id(),
                before.revision(),
                before.diplomateId(),
                before.poster(),
                before.externalId(),
                before.content());
    }

    private static void noteMoved(Handle transaction, List<CompletionRevision> moves) {
        if (moves.isEmpty()) {
            return;
        }
        transaction
                .createUpdate(NOTE_MOVED)
                .bind("completions", Columns.of(moves, move -> move.now().id()))
                .bind("revisions", Columns.of(moves, move -> move.now().revision()))
                .bind("diplomates", Columns.of(moves, CompletionRevision::formerDiplomate))
                .bind("merges", Columns.of(moves, CompletionRevision::merge))
                .bind("decided", Columns.of(moves, move -> move.before().boardDecided()))
                .execute();
    }

    private static Stream<NewEvent> events(CompletionRevision revision) {
        Completion now = revision.now();
        Stream<String> keys =
                revision.moves()
                        ? Stream.of(revision.formerDiplomate(), now.diplomateId())
                        : Stream.of(now.diplomateId());
        return keys.map(key -> CompletionEvent.of(now, key, revision.partOfMerge()));
    }

    /// Every revision, from the first to the current one.
    List<LoggedRevision> of(Handle handle, Completion completion) {
        return handle.createQuery(OF_COMPLETION)
                .bind("diplomate", completion.diplomateId())
                .bind("id", completion.id())
                .map(
                        (row, _) ->
                                new LoggedRevision(
                                        row.getLong("seq"),
                                        StoredJson.read(
                                                row.getString("payload"), CompletionView.class)))
                .list();
    }
}
