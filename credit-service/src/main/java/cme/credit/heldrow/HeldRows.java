package cme.credit.heldrow;

import cme.chassis.database.Columns;
import cme.chassis.http.PageRequest;
import cme.credit.access.Poster;
import cme.credit.completion.Completion;
import cme.credit.completion.Occasion;
import cme.credit.completion.OverruledPostings;
import cme.credit.completion.Posted;
import cme.credit.completion.StoredJson;
import cme.credit.matching.IdentityMatch.HoldReason;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The rows that wait, or waited, for the board to name their diplomates.
@Singleton
public final class HeldRows {
    /// Comes before every other id.
    static final UUID FIRST = new UUID(0, 0);

    private static final String INSERT =
            """
            insert into held_row (id, poster, external_id, content_hash, posted, diplomate_id, npi, reason, masked,
                state, roster, posting, held_at, held_by)
            select * from unnest(
                :ids::uuid[], :posters::text[], :externalIds::text[], :hashes::uuid[], :posted::jsonb[],
                :diplomates::text[], :npis::text[], :reasons::text[], :masked::boolean[], :states::text[], :rosters::uuid[],
                :postings::int[], :times::timestamptz[], :by::text[])
            """;

    private static final String SUPERSEDE =
            """
            update held_row set state = 'SUPERSEDED', closed_at = :at, closed_by = :by
            where id = any(:ids::uuid[]) and state in ('WAITING', 'DISCARDED')
            """;

    private static final String WAITING_FOR =
            """
            select * from held_row
            where state = 'WAITING' and (diplomate_id = any(:diplomates) or npi = any(:npis)) and id > :after
            order by id limit :limit for update
            """;

    private static final String CLOSE =
            """
            update held_row set state = 'RECORDED', completion = n.completion, closed_at = :at, closed_by = :by
            from unnest(:ids::uuid[], :completions::uuid[]) as n (id, completion)
            where held_row.id = n.id
            """;

    private static final String CHANGE_REASON =
            """
            update held_row set reason = n.reason, masked = n.masked
            from unnest(:ids::uuid[], :reasons::text[], :masked::boolean[]) as n (id, reason, masked)
            where held_row.id = n.id
            """;

    private static final String DISCARD =
            """
            update held_row set state = 'DISCARDED', closed_at = :at, closed_by = :by, closing_reason = :reason,
                discarded_by_poster = :byPoster
            where id = any(:ids::uuid[]) and state = 'WAITING'
            """;

    private static final String CLOSED =
            """
            select h.state, h.completion, c.diplomate_id
            from held_row h left join completion c on c.id = h.completion where h.id = :id
            """;

    private static final String LIST =
            """
            select * from held_row
            where %s and id > :after and (cast(:reason as text) is null or %s = :reason)
            order by id limit :limit
            """
                    .formatted(HeldRowFilter.BUT_REASON, HeldRowFilter.REASON);

    private static final String COUNTS =
            "select %s, count(*) from held_row where %s group by 1"
                    .formatted(HeldRowFilter.REASON, HeldRowFilter.BUT_REASON);

    /// A row that waits on, for another reason.
    ///
    /// @param masked whether the poster is told `NO_MATCH` whatever the reason is
    record ChangedReason(UUID id, HoldReason reason, boolean masked) {}

    /// A row that is closed, and the completion that it became.
    record ReleasedRow(UUID id, Completion completion) {}

    /// The end of a row that waits no more.
    sealed interface Closed {
        record Recorded(UUID completion, String diplomateId) implements Closed {}

        record Discarded() implements Closed {}

        record Superseded() implements Closed {}
    }

    /// A row and its view for the poster.
    ///
    /// @param row null when what was posted is erased
    record Found(Poster poster, @Nullable HeldRow row, HeldRowDetailView view) {}

    /// The names under which a row was posted.
    record Key(Poster poster, String externalId) {}

    public void insert(Handle transaction, List<HeldRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Posted> posted = rows.stream().map(HeldRow::posted).toList();
        List<Occasion> occasions = rows.stream().map(HeldRow::occasion).toList();
        transaction
                .createUpdate(INSERT)
                .bind("ids", Columns.of(rows, HeldRow::id))
                .bind("posters", Columns.of(occasions, occasion -> occasion.poster().key()))
                .bind("externalIds", Columns.of(posted, Posted::externalId))
                .bind("hashes", Columns.of(rows, HeldRow::contentHash))
                .bind("posted", Columns.of(posted, p -> StoredJson.write(HeldContent.of(p))))
                .bind("diplomates", Columns.of(posted, Posted::diplomateId))
                .bind("npis", Columns.of(posted, Posted::npi))
                .bind("reasons", Columns.of(rows, HeldRow::reason))
                .bind("masked", Columns.of(rows, HeldRow::masked))
                .bind("states", Columns.of(rows, _ -> "WAITING"))
                .bind("rosters", Columns.of(occasions, Occasion::roster))
                .bind("postings", Columns.of(occasions, Occasion::posting))
                .bind("times", Columns.of(occasions, Occasion::at))
                .bind("by", Columns.of(occasions, Occasion::by))
                .execute();
    }

    /// Closes rows whose place a mended posting takes.
    public void supersede(Handle transaction, List<UUID> ids, Occasion occasion) {
        if (!ids.isEmpty()) {
            transaction
                    .createUpdate(SUPERSEDE)
                    .bind("ids", Columns.of(ids, id -> id))
                    .bind("at", occasion.at().atOffset(ZoneOffset.UTC))
                    .bind("by", occasion.by())
                    .execute();
        }
    }

    /// Waiting rows that name one of the numbers, locked in the order of their ids.
    List<HeldRow> waitingFor(
            Handle transaction,
            Collection<String> diplomateIds,
            Collection<String> npis,
            UUID after,
            int limit) {
        return transaction
                .createQuery(WAITING_FOR)
                .bind("diplomates", diplomateIds.toArray(String[]::new))
                .bind("npis", npis.toArray(String[]::new))
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> HeldRowColumns.heldRow(row))
                .list();
    }

    /// @param released at one instant by one person
    void close(Handle transaction, List<ReleasedRow> released) {
        Completion first = released.getFirst().completion();
        transaction
                .createUpdate(CLOSE)
                .bind("ids", Columns.of(released, ReleasedRow::id))
                .bind("completions", Columns.of(released, row -> row.completion().id()))
                .bind("at", first.recordedAt().atOffset(ZoneOffset.UTC))
                .bind("by", first.recordedBy())
                .execute();
    }

    void changeReasons(Handle transaction, List<ChangedReason> rows) {
        transaction
                .createUpdate(CHANGE_REASON)
                .bind("ids", Columns.of(rows, ChangedReason::id))
                .bind("reasons", Columns.of(rows, ChangedReason::reason))
                .bind("masked", Columns.of(rows, ChangedReason::masked))
                .execute();
    }

    /// A page of the waiting rows, the oldest first: ids grow with time.
    List<HeldRow> list(Handle handle, HeldRowFilter filter, PageRequest page) {
        UUID after = page.after() == null ? FIRST : UUID.fromString(page.after().part(0));
        return list(handle, filter, after, page.rowsToFetch());
    }

    /// The waiting rows after one of them.
    List<HeldRow> list(Handle handle, HeldRowFilter filter, UUID after, int limit) {
        return filter.bind(handle.createQuery(LIST))
                .bind("after", after)
                .bind("reason", filter.reason() == null ? null : filter.reason().name())
                .bind("limit", limit)
                .map((row, _) -> HeldRowColumns.heldRow(row))
                .list();
    }

    /// The number of waiting rows of each reason that there is.
    Map<HoldReason, Long> counts(Handle handle, HeldRowFilter filter) {
        return filter.bind(handle.createQuery(COUNTS))
                .map((row, _) -> Map.entry(HoldReason.valueOf(row.getString(1)), row.getLong(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<Key> key(Handle handle, UUID id) {
        return handle.createQuery("select poster, external_id from held_row where id = :id")
                .bind("id", id)
                .map((row, _) -> new Key(Poster.ofKey(row.getString(1)), row.getString(2)))
                .findOne();
    }

    /// The row in whatever state it is, and its poster.
    ///
    /// @param isBoard whether the board looks at it, which sees the true reason
    Optional<Found> find(Handle handle, UUID id, boolean isBoard) {
        return handle.createQuery("select * from held_row where id = :id")
                .bind("id", id)
                .map((row, _) -> HeldRowColumns.found(row, isBoard))
                .findOne();
    }

    Optional<HeldRow> lockWaiting(Handle transaction, UUID id) {
        return transaction
                .createQuery(
                        "select * from held_row where id = :id and state = 'WAITING' for update")
                .bind("id", id)
                .map((row, _) -> HeldRowColumns.heldRow(row))
                .findOne();
    }

    Closed closed(Handle handle, UUID id) {
        return handle.createQuery(CLOSED).bind("id", id).map((row, _) -> closed(row)).one();
    }

    /// Closes rows: the board says that they belong to no diplomate, or the poster withdraws them.
    public void discard(
            Handle transaction,
            List<UUID> ids,
            String reason,
            Instant at,
            String by,
            boolean isByPoster) {
        transaction
                .createUpdate(DISCARD)
                .bind("ids", Columns.of(ids, id -> id))
                .bind("reason", reason)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("by", by)
                .bind("byPoster", isByPoster)
                .execute();
        if (!isByPoster) {
            OverruledPostings.addHeldRows(transaction, ids);
        }
    }

    /// The waiting rows of a roster, locked.
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

    private static Closed closed(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "RECORDED" ->
                    new Closed.Recorded(
                            row.getObject("completion", UUID.class), row.getString("diplomate_id"));
            case "DISCARDED" -> new Closed.Discarded();
            case "SUPERSEDED" -> new Closed.Superseded();
            case String other -> throw new IllegalStateException("Unknown state " + other);
        };
    }

    /// Reads the column `posted`.
    public static Posted posted(String json) {
        return StoredJson.read(json, HeldContent.class).posted();
    }
}
