package cme.credit.completion;

import static java.util.stream.Collectors.joining;

import cme.chassis.database.Columns;
import cme.chassis.http.Cursor;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Ids;
import cme.credit.access.Poster;
import cme.credit.completion.Completion.Content;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// The completions in their current revisions.
@Singleton
public final class Completions {
    /// Stands for the hash of a posting whose person was erased: what was posted by whom can only
    /// be compared without the person.
    public static final UUID ERASED_HASH = new UUID(0, 0);

    /// A column of the table, and its value in a completion.
    private record Column(String name, String type, Function<Completion, @Nullable Object> value) {}

    private static final Column ID = new Column("id", "uuid", Completion::id);

    /// Columns that keep their values in every revision.
    private static final List<Column> FIXED =
            List.of(
                    new Column("poster", "text", completion -> completion.poster().key()),
                    new Column("external_id", "text", Completion::externalId),
                    new Column("roster", "uuid", Completion::roster));

    private static final List<Column> REVISED =
            List.of(
                    new Column("revision", "int", Completion::revision),
                    new Column("status", "text", Completion::status),
                    new Column("diplomate_id", "text", Completion::diplomateId),
                    new Column("activity", "text", c -> c.content().activity()),
                    new Column("title", "text", c -> c.content().title()),
                    new Column("completed_on", "date", c -> c.content().completedOn()),
                    new Column("session", "text", c -> c.content().session()),
                    new Column("credits", "numeric", c -> c.content().credits()),
                    new Column(
                            "patient_safety_credits",
                            "numeric",
                            c -> c.content().patientSafetyCredits()),
                    new Column("category", "text", c -> c.content().category()),
                    new Column("provider", "text", c -> c.content().provider()),
                    new Column("recorded_at", "timestamptz", Completion::recordedAt),
                    new Column("recorded_by", "text", Completion::recordedBy),
                    new Column("reason", "text", Completion::reason),
                    new Column("board_decided", "boolean", Completion::boardDecided));

    private static final List<Column> INSERTED =
            Stream.of(List.of(ID), FIXED, REVISED).flatMap(List::stream).toList();

    private static final List<Column> REPLACED =
            Stream.of(List.of(ID), REVISED).flatMap(List::stream).toList();

    private static final String INSERT =
            "insert into completion (content_hash, %s) select content_hash::uuid, %s from unnest(:content_hash::text[], %s) as n (content_hash, %s)"
                    .formatted(
                            list(INSERTED, "%1$s"),
                            list(INSERTED, "%1$s::%2$s"),
                            list(INSERTED, ":%1$s::text[]"),
                            list(INSERTED, "%1$s"));

    private static final String REPLACE =
            """
            update completion set %s from unnest(%s) as n (%s)
            where completion.id = n.id::uuid and completion.revision = n.revision::int - 1
            """
                    .formatted(
                            list(REVISED, "%1$s = n.%1$s::%2$s"),
                            list(REPLACED, ":%1$s::text[]"),
                            list(REPLACED, "%1$s"));

    private static final String REOPEN =
            """
            update roster set status = 'RECORDED', revision = revision + 1
            where id in (
                select id from roster where id = any(:rosters) and status = 'WITHDRAWN' order by id for update)
            """;

    /// Values travel as text and are cast row by row: to cast an array makes another array first.
    ///
    /// @param format of a column's name and type
    private static String list(List<Column> columns, String format) {
        return columns.stream()
                .map(column -> format.formatted(column.name(), column.type()))
                .collect(joining(", "));
    }

    private static Update bind(Update update, List<Column> columns, List<Completion> rows) {
        columns.forEach(column -> update.bind(column.name(), Columns.of(rows, column.value())));
        return update;
    }

    /// A completion to be stored, and the hash of its posting.
    public record New(Completion completion, UUID contentHash) {}

    public void insert(Handle transaction, List<New> rows) {
        if (!rows.isEmpty()) {
            List<Completion> completions = rows.stream().map(New::completion).toList();
            bind(transaction.createUpdate(INSERT), INSERTED, completions)
                    .bind("content_hash", Columns.of(rows, New::contentHash))
                    .execute();
            reopenRosters(transaction, completions);
        }
    }

    /// Replaces revisions by the next ones.
    public void replace(Handle transaction, List<Completion> revisions) {
        if (!revisions.isEmpty()) {
            bind(transaction.createUpdate(REPLACE), REPLACED, revisions).execute();
            reopenRosters(transaction, revisions);
        }
    }

    /// A withdrawn roster of which something is recorded again is not withdrawn any more.
    private static void reopenRosters(Handle transaction, List<Completion> revisions) {
        UUID[] rosters =
                revisions.stream()
                        .filter(revision -> !revision.isWithdrawn() && revision.roster() != null)
                        .map(Completion::roster)
                        .distinct()
                        .toArray(UUID[]::new);
        if (rosters.length > 0) {
            transaction.createUpdate(REOPEN).bind("rosters", rosters).execute();
        }
    }

    /// Empty also when the text is no id.
    public Optional<Completion> find(Handle handle, String id) {
        return Ids.find(id)
                .flatMap(
                        uuid ->
                                handle.createQuery("select * from completion where id = :id")
                                        .bind("id", uuid)
                                        .map((row, _) -> completion(row))
                                        .findOne());
    }

    /// A page of the completions that the filter selects, in the order of completion date and id.
    List<Completion> list(Handle handle, CompletionFilter filter, PageRequest page) {
        Cursor after = page.after();
        return handle.createQuery(filter.sql())
                .bindMap(filter.parameters())
                .bind("afterDay", after == null ? null : after.part(0))
                .bind("afterId", after == null ? null : after.part(1))
                .bind("limit", page.rowsToFetch())
                .map((row, _) -> completion(row))
                .list();
    }

    /// Locks the current revision until the end of the transaction.
    public Optional<Completion> lock(Handle transaction, UUID id) {
        return transaction
                .createQuery("select * from completion where id = :id for update")
                .bind("id", id)
                .map((row, _) -> completion(row))
                .findOne();
    }

    /// Locks the current revisions until the end of the transaction, in the order of their ids.
    public List<Completion> lock(Handle transaction, Collection<UUID> ids) {
        return transaction
                .createQuery("select * from completion where id = any(:ids) order by id for update")
                .bind("ids", ids.toArray(UUID[]::new))
                .map((row, _) -> completion(row))
                .list();
    }

    /// Up to `limit` recorded completions of a roster with ids after the given one, locked in the
    /// order of their ids.
    public List<Completion> lockOfRoster(Handle transaction, UUID roster, UUID after, int limit) {
        return transaction
                .createQuery(
                        """
                        select * from completion
                        where roster = :roster and id > :after and status = 'RECORDED'
                        order by id limit :limit for update
                        """)
                .bind("roster", roster)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> completion(row))
                .list();
    }

    /// Every completion of a diplomate, locked in the order of the ids.
    public List<Completion> lockOfDiplomate(Handle transaction, String diplomateId) {
        return transaction
                .createQuery(
                        "select * from completion where diplomate_id = :id order by id for update")
                .bind("id", diplomateId)
                .map((row, _) -> completion(row))
                .list();
    }

    /// Every completion that a merge moved, locked in the order of the ids.
    public List<Completion> lockMoved(Handle transaction, UUID merge) {
        return transaction
                .createQuery(
                        """
                        select * from completion
                        where id in (select completion from completion_moved where merge = :merge)
                        order by id for update
                        """)
                .bind("merge", merge)
                .map((row, _) -> completion(row))
                .list();
    }

    /// The completion in a row of the table.
    public static Completion completion(ResultSet row) throws SQLException {
        var content =
                new Content(
                        row.getString("activity"),
                        row.getString("title"),
                        row.getObject("completed_on", LocalDate.class),
                        row.getString("session"),
                        Credits.of(row.getBigDecimal("credits")),
                        credits(row.getBigDecimal("patient_safety_credits")),
                        row.getString("category"),
                        row.getString("provider"));
        return new Completion(
                row.getObject("id", UUID.class),
                row.getInt("revision"),
                Completion.Status.valueOf(row.getString("status")),
                row.getString("diplomate_id"),
                content,
                Poster.ofKey(row.getString("poster")),
                row.getString("external_id"),
                row.getObject("roster", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"),
                row.getString("reason"),
                row.getBoolean("board_decided"));
    }

    private static @Nullable Credits credits(@Nullable BigDecimal amount) {
        return amount == null ? null : Credits.of(amount);
    }
}
