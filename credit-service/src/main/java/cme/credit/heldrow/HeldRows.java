package cme.credit.heldrow;

import cme.chassis.database.Columns;
import cme.chassis.http.PageRequest;
import cme.credit.completion.Completion;
import cme.credit.completion.Occasion;
import cme.credit.completion.Posted;
import cme.credit.completion.Poster;
import cme.credit.matching.IdentityMatch.HoldReason;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The rows that wait for somebody to say whom they mean.
@Singleton
public final class HeldRows {
    private static final String INSERT =
            """
            insert into held_row (id, poster, external_id, content_hash, posted, diplomate_id, npi, reason, state,
                roster, posting, held_at, held_by)
            select * from unnest(
                :ids::uuid[], :posters::text[], :externalIds::text[], :hashes::uuid[], :posted::jsonb[],
                :diplomates::text[], :npis::text[], :reasons::text[], :states::text[], :rosters::uuid[],
                :postings::int[], :times::timestamptz[], :by::text[])
            """;

    private static final String SUPERSEDE =
            """
            update held_row set state = 'SUPERSEDED', closed_at = :at, closed_by = :by
            where id = any(:ids) and state in ('WAITING', 'DISCARDED')
            """;

    private static final String WAITING_FOR =
            """
            select * from held_row
            where state = 'WAITING' and (diplomate_id = any(:diplomates) or npi = any(:npis)) and id > :after
            order by id limit :limit for update
            """;

    private static final String CLOSE =
            """
            with closed as (
                update held_row set state = 'RECORDED', completion = n.completion, closed_at = :at, closed_by = :by
                from unnest(:ids::uuid[], :completions::uuid[]) as n (id, completion)
                where held_row.id = n.id returning held_row.id, held_row.completion)
            update roster_row set outcome = 'RECORDED', completion = closed.completion, reason = null, content = null
            from closed where roster_row.held_row = closed.id and roster_row.outcome = 'HELD'
            """;

    private static final String KEEP_HOLDING =
            """
            with kept as (
                update held_row set reason = n.reason
                from unnest(:ids::uuid[], :reasons::text[]) as n (id, reason)
                where held_row.id = n.id returning held_row.id, held_row.reason)
            update roster_row set reason = kept.reason
            from kept where roster_row.held_row = kept.id and roster_row.outcome = 'HELD'
            """;

    private static final String DISCARD =
            """
            update held_row set state = 'DISCARDED', closed_at = :at, closed_by = :by, closing_reason = :reason
            where id = any(:ids) and state = 'WAITING'
            """;

    private static final UUID FIRST = new UUID(0, 0);

    /// A row that goes on waiting, for another reason.
    record StillHeld(UUID id, HoldReason reason) {}

    public void insert(Handle transaction, List<HeldRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Posted> posted = rows.stream().map(HeldRow::posted).toList();
        transaction
                .createUpdate(INSERT)
                .bind("ids", Columns.of(rows, HeldRow::id))
                .bind("posters", Columns.of(rows, row -> row.poster().key()))
                .bind("externalIds", Columns.of(posted, Posted::externalId))
                .bind("hashes", Columns.of(posted, Posted::contentHash))
                .bind("posted", Columns.of(rows, HeldContent::json))
                .bind("diplomates", Columns.of(posted, Posted::diplomateId))
                .bind("npis", Columns.of(posted, Posted::npi))
                .bind("reasons", Columns.of(rows, HeldRow::reason))
                .bind("states", Columns.of(rows, _ -> "WAITING"))
                .bind("rosters", Columns.of(rows, HeldRow::roster))
                .bind("postings", Columns.of(rows, HeldRow::posting))
                .bind("times", Columns.of(rows, HeldRow::heldAt))
                .bind("by", Columns.of(rows, HeldRow::heldBy))
                .execute();
    }

    /// Closes rows whose place a mended posting takes.
    public void supersede(Handle transaction, List<UUID> ids, Occasion by) {
        if (ids.isEmpty()) {
            return;
        }
        transaction
                .createUpdate(SUPERSEDE)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("at", by.at().atOffset(ZoneOffset.UTC))
                .bind("by", by.by())
                .execute();
    }

    /// Waiting rows that name one of the numbers, locked, in the order of their ids.
    List<WaitingRow> waitingFor(
            Handle transaction,
            Collection<String> diplomateIds,
            Collection<String> npis,
            Optional<UUID> after,
            int limit) {
        return transaction
                .createQuery(WAITING_FOR)
                .bind("diplomates", diplomateIds.toArray(String[]::new))
                .bind("npis", npis.toArray(String[]::new))
                .bind("after", after.orElse(FIRST))
                .bind("limit", limit)
                .map((row, _) -> waiting(row))
                .list();
    }

    /// Closes rows with the completions that they became, in the same order.
    void close(Handle transaction, List<UUID> ids, List<Completion> completions) {
        if (ids.isEmpty()) {
            return;
        }
        Completion first = completions.getFirst();
        transaction
                .createUpdate(CLOSE)
                .bind("ids", Columns.of(ids, id -> id))
                .bind("completions", Columns.of(completions, Completion::id))
                .bind("at", first.recordedAt().atOffset(ZoneOffset.UTC))
                .bind("by", first.recordedBy())
                .execute();
    }

    void keepHolding(Handle transaction, List<StillHeld> rows) {
        if (rows.isEmpty()) {
            return;
        }
        transaction
                .createUpdate(KEEP_HOLDING)
                .bind("ids", Columns.of(rows, StillHeld::id))
                .bind("reasons", Columns.of(rows, StillHeld::reason))
                .execute();
    }

    /// The oldest first: ids grow with time.
    List<WaitingRow> list(Handle handle, @Nullable HoldReason reason, PageRequest page) {
        return handle.createQuery(
                        """
                        select * from held_row
                        where state = 'WAITING' and id > :after
                            and (cast(:reason as text) is null or reason = :reason)
                        order by id limit :limit
                        """)
                .bind("after", page.after() == null ? FIRST : UUID.fromString(page.after().part(0)))
                .bind("reason", reason == null ? null : reason.name())
                .bind("limit", page.rowsToFetch())
                .map((row, _) -> waiting(row))
                .list();
    }

    /// Under what a row was posted.
    record Key(Poster poster, String externalId) {}

    Optional<Key> key(Handle handle, UUID id) {
        return handle.createQuery("select poster, external_id from held_row where id = :id")
                .bind("id", id)
                .map((row, _) -> new Key(Poster.ofKey(row.getString(1)), row.getString(2)))
                .findOne();
    }

    Optional<WaitingRow> lockWaiting(Handle transaction, UUID id) {
        return transaction
                .createQuery(
                        "select * from held_row where id = :id and state = 'WAITING' for update")
                .bind("id", id)
                .map((row, _) -> waiting(row))
                .findOne();
    }

    /// What became of a row that waits no more.
    record Closed(String state, @Nullable UUID completion, @Nullable String diplomateId) {}

    Closed closed(Handle handle, UUID id) {
        return handle.createQuery(
                        """
                        select h.state, h.completion, c.diplomate_id
                        from held_row h left join completion c on c.id = h.completion where h.id = :id
                        """)
                .bind("id", id)
                .map(
                        (row, _) ->
                                new Closed(
                                        row.getString(1),
                                        row.getObject(2, UUID.class),
                                        row.getString(3)))
                .one();
    }

    /// Closes rows for good: nobody is meant by them.
    public void discard(Handle transaction, List<UUID> ids, String reason, Instant at, String by) {
        transaction
                .createUpdate(DISCARD)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("reason", reason)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("by", by)
                .execute();
    }

    /// Waiting rows of a roster, locked.
    public List<UUID> lockOfRoster(Handle transaction, UUID roster) {
        return transaction
                .createQuery(
                        """
                        select id from held_row where roster = :roster and state = 'WAITING'
                        order by id for update
                        """)
                .bind("roster", roster)
                .mapTo(UUID.class)
                .list();
    }

    private static WaitingRow waiting(ResultSet row) throws SQLException {
        return new WaitingRow(
                row.getObject("id", UUID.class),
                Poster.ofKey(row.getString("poster")),
                row.getObject("content_hash", UUID.class),
                HeldContent.read(row.getString("posted")),
                HoldReason.valueOf(row.getString("reason")),
                row.getObject("roster", UUID.class),
                row.getObject("held_at", OffsetDateTime.class).toInstant());
    }
}
