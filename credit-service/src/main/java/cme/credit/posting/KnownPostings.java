package cme.credit.posting;

import cme.credit.completion.Completion;
import cme.credit.completion.Completions;
import cme.credit.completion.Occasion;
import cme.credit.completion.TimeOrderedId;
import cme.credit.heldrow.HeldRows;
import cme.credit.matching.IdentityMatch.HoldReason;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Finds earlier postings, completions and held rows alike.
@Singleton
final class KnownPostings {
    private static final String FIND =
            """
            select c.*, n.name, h.id as held_row, h.content_hash as held_hash, h.reason as hold_reason, h.masked, h.state, h.posted,
                h.closing_reason, h.discarded_by_poster,
                h.roster is not distinct from cast(:roster as uuid) and h.roster is not null
                    and h.posting = :posting as is_of_request
            from unnest(:externalIds) as n (name)
                left join completion c on c.poster = :poster and c.external_id = n.name
                left join held_row h
                    on h.poster = :poster and h.external_id = n.name and h.state in ('WAITING', 'DISCARDED')
            where c.id is not null or h.id is not null
            """;

    private static final String ROWS =
            """
            select coalesce(completion, held_row), min(row) from roster_row
            where roster = :roster and posting = :posting
                and (completion = any(:ids) or held_row = any(:ids))
            group by 1
            """;

    /// The number of a row that came with this request but is not looked up yet.
    private static final int UNNUMBERED = -1;

    /// The postings under the poster's `externalId`s, by `externalId`.
    Map<String, KnownPosting> find(Handle handle, Occasion occasion, List<String> externalIds) {
        var found = new HashMap<String, KnownPosting>();
        if (!externalIds.isEmpty()) {
            handle.createQuery(FIND)
                    .bind("poster", occasion.poster().key())
                    .bind("externalIds", externalIds.toArray(String[]::new))
                    .bind("roster", occasion.roster())
                    .bind("posting", occasion.posting())
                    .map((row, _) -> posting(row, occasion))
                    .forEach(posting -> found.put(posting.externalId(), posting));
            number(handle, occasion, found);
        }
        return found;
    }

    private static KnownPosting posting(ResultSet row, Occasion occasion) throws SQLException {
        String externalId = row.getString("name");
        String state = row.getString("state");
        if (state == null) {
            Completion completion = Completions.completion(row);
            return new KnownPosting.Completed(
                    externalId,
                    row.getObject("content_hash", UUID.class),
                    isOf(occasion, completion) ? UNNUMBERED : KnownPosting.EARLIER,
                    completion);
        }
        UUID hash = row.getObject("held_hash", UUID.class);
        UUID heldRow = row.getObject("held_row", UUID.class);
        HoldReason reason =
                HoldReason.told(
                        HoldReason.valueOf(row.getString("hold_reason")), row.getBoolean("masked"));
        return switch (state) {
            case "DISCARDED" ->
                    new KnownPosting.Discarded(
                            externalId,
                            hash,
                            heldRow,
                            reason,
                            row.getString("closing_reason"),
                            row.getBoolean("discarded_by_poster"));
            case "WAITING" ->
                    new KnownPosting.Waiting(
                            externalId,
                            hash,
                            row.getBoolean("is_of_request") ? UNNUMBERED : KnownPosting.EARLIER,
                            heldRow,
                            reason,
                            HeldRows.posted(row.getString("posted")));
            case String other -> throw new IllegalStateException("Unknown state " + other);
        };
    }

    /// The id of a completion begins with the instant of the request that brought it.
    private static boolean isOf(Occasion occasion, Completion completion) {
        return occasion.roster() != null
                && occasion.roster().equals(completion.roster())
                && TimeOrderedId.isOf(completion.id(), occasion.at());
    }

    /// Only a file that names the same twice, in rows far apart, has any to be numbered.
    private static void number(
            Handle handle, Occasion occasion, Map<String, KnownPosting> postings) {
        UUID[] unnumbered =
                postings.values().stream()
                        .map(KnownPostings::unnumbered)
                        .filter(id -> id != null)
                        .toArray(UUID[]::new);
        if (unnumbered.length == 0) {
            return;
        }
        Map<UUID, Integer> rows = new HashMap<>();
        handle.createQuery(ROWS)
                .bind("roster", occasion.roster())
                .bind("posting", occasion.posting())
                .bind("ids", unnumbered)
                .map((row, _) -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)))
                .forEach(entry -> rows.put(entry.getKey(), entry.getValue()));
        postings.replaceAll((_, posting) -> numbered(posting, rows));
    }

    private static @Nullable UUID unnumbered(KnownPosting posting) {
        return switch (posting) {
            case KnownPosting.Completed(_, _, int row, Completion completion)
                    when row == UNNUMBERED ->
                    completion.id();
            case KnownPosting.Waiting(_, _, int row, UUID heldRow, _, _) when row == UNNUMBERED ->
                    heldRow;
            case KnownPosting.Completed _,
                    KnownPosting.Waiting _,
                    KnownPosting.Discarded _,
                    KnownPosting.Rehearsed _ ->
                    null;
        };
    }

    private static KnownPosting numbered(KnownPosting posting, Map<UUID, Integer> rows) {
        UUID id = unnumbered(posting);
        if (id == null) {
            return posting;
        }
        int row = rows.getOrDefault(id, KnownPosting.EARLIER);
        return switch (posting) {
            case KnownPosting.Completed(var name, var hash, _, var completion) ->
                    new KnownPosting.Completed(name, hash, row, completion);
            case KnownPosting.Waiting(var name, var hash, _, var held, var reason, var posted) ->
                    new KnownPosting.Waiting(name, hash, row, held, reason, posted);
            case KnownPosting.Discarded _, KnownPosting.Rehearsed _ -> posting;
        };
    }
}
