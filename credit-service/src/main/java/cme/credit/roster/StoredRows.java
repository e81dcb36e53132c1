package cme.credit.roster;

import cme.chassis.database.Columns;
import cme.chassis.json.StrictJson;
import cme.chassis.problem.Violation;
import cme.credit.posting.JudgedRow;
import cme.credit.rosterfile.RowPlace;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What became of the rows of rosters, kept to be looked at and to be handed back for mending.
@Singleton
final class StoredRows {
    private static final ObjectMapper JSON = StrictJson.mapper();

    private static final String NEW_ROWS =
            """
            insert into roster_row (roster, posting, row, external_id, outcome, completion, held_row, reason, errors,
                content)
            select :roster, :posting, n.row, n.external_id, n.outcome, n.completion::uuid, n.held_row::uuid, n.reason,
                n.errors::json, n.content::json
            from unnest(
                :rows::int[], :externalIds::text[], :outcomes::text[], :completions::text[], :heldRows::text[],
                :reasons::text[], :errors::text[], :contents::text[])
                as n (row, external_id, outcome, completion, held_row, reason, errors, content)
            """;

    /// Of a later posting, what says nothing new is not kept again.
    private static final String UNKNOWN_ROWS =
            NEW_ROWS
                    + """
                    where not exists (
                        select from roster_row old
                        where old.roster = :roster and old.external_id is not distinct from n.external_id
                            and old.outcome in ('REJECTED', 'HELD', 'CONFLICT') and old.mended_in is null
                            and old.outcome = n.outcome and old.content::text is not distinct from n.content::text)
                    """;

    private static final String MEND =
            """
            update roster_row old set mended_in = :posting
            from roster_row new
            where new.roster = :roster and new.posting = :posting and old.roster = :roster
                and old.posting < :posting and old.external_id = new.external_id
                and old.outcome in ('REJECTED', 'HELD', 'CONFLICT') and old.mended_in is null
            """;

    private static final String LIST =
            """
            select * from roster_row
            where roster = :roster and mended_in is null and (posting, row) > (:posting, :row)
                and (cast(:outcome as text) is null or outcome = :outcome)
            order by posting, row limit :limit
            """;

    private record Row(RowView view, @Nullable String content) {
        static Row of(JudgedRow result) {
            RowView view = RowView.of(result);
            JsonNode json = result.reading().json();
            boolean keep = view.outcome() != Outcome.RECORDED && json != null;
            return new Row(view, keep ? json.toString() : null);
        }
    }

    /// Keeps the rows of a first posting.
    void insert(Handle transaction, UUID roster, List<JudgedRow> results) {
        write(transaction, NEW_ROWS, roster, 1, results.stream().map(Row::of).toList());
    }

    /// Keeps what is new in a later posting, and closes the earlier rows that it mends.
    ///
    /// @return whether there was anything new
    boolean insertNews(Handle transaction, UUID roster, int posting, List<JudgedRow> results) {
        List<Row> rows =
                results.stream()
                        .map(Row::of)
                        .filter(row -> row.view().outcome() != Outcome.DUPLICATE)
                        .toList();
        int written = write(transaction, UNKNOWN_ROWS, roster, posting, rows);
        if (written == 0) {
            return false;
        }
        transaction.createUpdate(MEND).bind("roster", roster).bind("posting", posting).execute();
        return true;
    }

    private static int write(
            Handle transaction, String sql, UUID roster, int posting, List<Row> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        List<RowView> views = rows.stream().map(Row::view).toList();
        return transaction
                .createUpdate(sql)
                .bind("roster", roster)
                .bind("posting", posting)
                .bind("rows", Columns.of(views, RowView::row))
                .bind("externalIds", Columns.of(views, RowView::externalId))
                .bind("outcomes", Columns.of(views, RowView::outcome))
                .bind("completions", Columns.of(views, RowView::completion))
                .bind("heldRows", Columns.of(views, RowView::heldRow))
                .bind("reasons", Columns.of(views, RowView::reason))
                .bind("errors", Columns.of(views, view -> json(view.errors())))
                .bind("contents", Columns.of(rows, Row::content))
                .execute();
    }

    private static @Nullable String json(List<Violation> errors) {
        try {
            return errors.isEmpty() ? null : JSON.writeValueAsString(errors);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("violations can be written", e);
        }
    }

    /// Rows as they stand now, in the order in which they came, without those that were mended.
    ///
    /// @param after posting and row after which to begin
    List<StoredRow> list(
            Handle handle, UUID roster, @Nullable Outcome outcome, RowPlace after, int limit) {
        return handle.createQuery(LIST)
                .bind("roster", roster)
                .bind("outcome", outcome == null ? null : outcome.name())
                .bind("posting", after.posting())
                .bind("row", after.row())
                .bind("limit", limit)
                .map((row, _) -> stored(row))
                .list();
    }

    /// What became of all rows, without those that were mended.
    Tally tally(Handle handle, UUID roster) {
        Tally tally = Tally.NONE;
        List<Counted> counts =
                handle.createQuery(
                                """
                                select outcome, count(*) from roster_row
                                where roster = :roster and mended_in is null group by outcome
                                """)
                        .bind("roster", roster)
                        .map(
                                (row, _) ->
                                        new Counted(
                                                Outcome.valueOf(row.getString(1)), row.getInt(2)))
                        .list();
        for (Counted counted : counts) {
            tally = tally.plus(counted.outcome(), counted.rows());
        }
        return tally;
    }

    private record Counted(Outcome outcome, int rows) {}

    private static StoredRow stored(ResultSet row) throws SQLException {
        RowView view =
                new RowView(
                        row.getInt("row"),
                        row.getString("external_id"),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getObject("completion", UUID.class),
                        row.getString("reason"),
                        row.getObject("held_row", UUID.class),
                        errors(row.getString("errors")));
        return new StoredRow(row.getInt("posting"), view, row.getString("content"));
    }

    private static List<Violation> errors(@Nullable String json) {
        try {
            return json == null ? List.of() : List.of(JSON.readValue(json, Violation[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept violations can be read", e);
        }
    }
}
