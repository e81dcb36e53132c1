package cme.credit.correction;

import cme.chassis.database.Columns;
import cme.chassis.eventlog.EventLog;
import cme.chassis.eventlog.NewEvent;
import cme.chassis.json.StrictJson;
import cme.credit.completion.Completion;
import cme.credit.completion.CompletionEvent;
import cme.credit.completion.CompletionView;
import cme.credit.completion.Completions;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Makes revisions of completions, and reads every one that there ever was from the log of events,
/// which nothing is ever removed from.
@Singleton
public final class Revisions {
    private static final ObjectMapper JSON = StrictJson.mapper();

    private static final String NOTE_MOVED =
            """
            insert into completion_moved (completion, revision, diplomate_id, merge)
            select * from unnest(:completions::uuid[], :revisions::int[], :diplomates::text[], :merges::uuid[])
            """;

    /// A revision that moved it stands under the key of each of the two diplomates.
    private static final String OF_COMPLETION =
            """
            select distinct on ((payload ->> 'revision')::int) payload from event_log
            where key = any(array(
                    select :diplomate union all select diplomate_id from completion_moved where completion = :id))
                and payload ->> 'id' = :id::text and type like 'cme.credit.completion.%'
            order by (payload ->> 'revision')::int
            """;

    private final Completions completions;
    private final EventLog eventLog;

    Revisions(Completions completions, EventLog eventLog) {
        this.completions = completions;
        this.eventLog = eventLog;
    }

    /// Puts revisions in the place of those before them and tells of them, in a fixed number of
    /// statements. A consumer finds everything of a diplomate under one key, so one that moves is
    /// told to those who follow either diplomate.
    public void add(Handle transaction, List<Succession> successions) {
        if (successions.isEmpty()) {
            return;
        }
        completions.replace(transaction, successions.stream().map(Succession::now).toList());
        noteMoved(transaction, successions.stream().filter(Succession::moves).toList());
        eventLog.append(transaction, successions.stream().flatMap(Revisions::events).toList());
    }

    private static void noteMoved(Handle transaction, List<Succession> moves) {
        if (moves.isEmpty()) {
            return;
        }
        transaction
                .createUpdate(NOTE_MOVED)
                .bind("completions", Columns.of(moves, move -> move.now().id()))
                .bind("revisions", Columns.of(moves, move -> move.now().revision()))
                .bind("diplomates", Columns.of(moves, Succession::formerDiplomate))
                .bind("merges", Columns.of(moves, Succession::merge))
                .execute();
    }

    private static Stream<NewEvent> events(Succession succession) {
        Completion now = succession.now();
        NewEvent event = CompletionEvent.logged(now);
        return succession.moves()
                ? Stream.of(CompletionEvent.logged(now, succession.formerDiplomate()), event)
                : Stream.of(event);
    }

    /// From the first to the current one.
    List<CompletionView> of(Handle handle, Completion completion) {
        return handle.createQuery(OF_COMPLETION)
                .bind("diplomate", completion.diplomateId())
                .bind("id", completion.id())
                .mapTo(String.class)
                .map(Revisions::read)
                .list();
    }

    private static CompletionView read(String payload) {
        try {
            return JSON.readValue(payload, CompletionView.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a logged revision can be read", e);
        }
    }
}
