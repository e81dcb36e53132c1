package cme.credit.roster;

import cme.chassis.database.Columns;
import cme.chassis.json.StrictJson;
import cme.chassis.problem.Violation;
import cme.credit.posting.Difference;
import cme.credit.posting.JudgedRow;
import cme.credit.posting.Notice;
import cme.credit.posting.Verdict;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The results of the rows of rosters, to be read and to be handed back for mending.
@Singleton
final class RosterRows {
    private static final ObjectMapper JSON = StrictJson.mapper();

    private static final String NEW_ROWS =
            """
            insert into roster_row (roster, posting, row, external_id, outcome, completion, held_row, reason, detail,
                differences, notices, errors, content, line)
            select :roster, :posting, n.row, n.external_id, n.outcome, n.completion::uuid, n.held_row::uuid, n.reason,
                n.detail, n.differences::json, n.notices::json, n.errors::json, n.content::json, n.line
            from unnest(
                :rows::int[], :externalIds::text[], :outcomes::text[], :completions::text[], :heldRows::text[],
                :reasons::text[], :details::text[], :differences::text[], :notices::text[], :errors::text[],
                :contents::text[], :lines::text[])
                as n (
                    row, external_id, outcome, completion, held_row, reason, detail, differences, notices, errors,
                    content, line)
            """;

    /// A row of a later posting that says nothing new is not kept again.
    private static final String UNKNOWN_ROWS =
            NEW_ROWS
                    + """
                    where not exists (
                        select from roster_row old
                        where old.roster = :roster and old.external_id is not distinct from n.external_id
                            and old.outcome in ('REJECTED', 'HELD', 'CONFLICT') and old.mended_in is null
                            and old.outcome = n.outcome and old.held_row is not distinct from n.held_row::uuid
                            and old.content::text is not distinct from n.content::text
                            and old.line is not distinct from n.line)
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
            select r.*, coalesce(h.reason, r.reason) as told_reason
            from roster_row r left join held_row h on h.id = r.held_row and r.outcome = 'HELD' and :isBoard
            where r.roster = :roster and r.mended_in is null and (r.posting, r.row) > (:posting, :row)
                and (cast(:outcome as text) is null or r.outcome = :outcome)
            order by r.posting, r.row limit :limit
            """;

    private static final String COUNT =
            """
            select outcome, count(*) from roster_row
            where roster = :roster and mended_in is null group by outcome
            """;

    /// Keeps the rows of a first posting.
    void insert(Handle transaction, UUID roster, List<JudgedRow> results) {
        write(transaction, NEW_ROWS, roster, 1, results.stream());
    }

    /// Keeps the new rows of a later posting, and closes the earlier rows that they mend.
    ///
    /// @return false when there was nothing new
    boolean insertNews(Handle transaction, UUID roster, int posting, List<JudgedRow> results) {
        Stream<JudgedRow> news = results.stream().filter(row -> isNews(row.verdict()));
        if (write(transaction, UNKNOWN_ROWS, roster, posting, news) == 0) {
            return false;
        }
        transaction.createUpdate(MEND).bind("roster", roster).bind("posting", posting).execute();
        return true;
    }

    /// Nothing new of what was there before, though it may be put back now.
    private static boolean isNews(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Duplicate _,
                    Verdict.SameAsRow _,
                    Verdict.Withdrawn _,
                    Verdict.Reinstated _ ->
                    false;
            case Verdict.Recorded _, Verdict.Held _, Verdict.Conflict _, Verdict.Rejected _ -> true;
        };
    }

    private static int write(
            Handle transaction, String sql, UUID roster, int posting, Stream<JudgedRow> results) {
        List<RosterRow> rows = results.map(result -> RosterRow.of(posting, result)).toList();
        if (rows.isEmpty()) {
            return 0;
        }
        List<RosterRowView> views = rows.stream().map(RosterRow::view).toList();
        return transaction
                .createUpdate(sql)
                .bind("roster", roster)
                .bind("posting", posting)
                .bind("rows", Columns.of(views, RosterRowView::row))
                .bind("externalIds", Columns.of(views, RosterRowView::externalId))
                .bind("outcomes", Columns.of(views, RosterRowView::outcome))
                .bind("completions", Columns.of(views, RosterRowView::completion))
                .bind("heldRows", Columns.of(views, RosterRowView::heldRow))
                .bind("reasons", Columns.of(views, RosterRowView::reason))
                .bind("details", Columns.of(views, RosterRowView::detail))
                .bind("differences", Columns.of(views, view -> json(view.differences())))
                .bind("notices", Columns.of(views, view -> json(view.notices())))
                .bind("errors", Columns.of(views, view -> json(view.errors())))
                .bind("contents", Columns.of(rows, RosterRow::contentText))
                .bind("lines", Columns.of(rows, RosterRow::line))
                .execute();
    }

    private static @Nullable String json(List<?> list) {
        try {
            return list.isEmpty() ? null : JSON.writeValueAsString(list);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A part of the row cannot be written as JSON", e);
        }
    }

    /// The rows of a roster to list.
    ///
    /// @param outcome null for all
    /// @param isBoard whether the board reads them, which sees why rows are held
    record Asked(UUID roster, @Nullable RowOutcome outcome, boolean isBoard) {}

    /// Rows in the order in which they came, without those that were mended.
    List<RosterRow> list(Handle handle, Asked asked, RowPlace after, int limit) {
        return handle.createQuery(LIST)
                .bind("roster", asked.roster())
                .bind("outcome", asked.outcome() == null ? null : asked.outcome().name())
                .bind("isBoard", asked.isBoard())
                .bind("posting", after.posting())
                .bind("row", after.row())
                .bind("limit", limit)
                .map((row, _) -> rosterRow(row, row.getString("told_reason")))
                .list();
    }

    /// Counts the rows of a roster by outcome, without those that were mended.
    RowCounts count(Handle handle, UUID roster) {
        return handle.createQuery(COUNT)
                .bind("roster", roster)
                .reduceResultSet(
                        new RowCounts(),
                        (counts, row, _) -> {
                            counts.add(RowOutcome.valueOf(row.getString(1)), row.getInt(2));
                            return counts;
                        });
    }

    static RosterRow rosterRow(ResultSet row) throws SQLException {
        return rosterRow(row, row.getString("reason"));
    }

    private static RosterRow rosterRow(ResultSet row, @Nullable String reason) throws SQLException {
        RosterRowView view =
                new RosterRowView(
                        row.getInt("row"),
                        row.getString("external_id"),
                        RowOutcome.valueOf(row.getString("outcome")),
                        row.getObject("completion", UUID.class),
                        reason,
                        row.getString("detail"),
                        row.getObject("held_row", UUID.class),
                        list(row, "differences", Difference[].class),
                        list(row, "notices", Notice[].class),
                        list(row, "errors", Violation[].class));
        OffsetDateTime erasedAt = row.getObject("content_erased_at", OffsetDateTime.class);
        return new RosterRow(
                row.getInt("posting"),
                view,
                stored(row, "content", JsonNode.class),
                row.getString("line"),
                erasedAt == null ? null : erasedAt.toInstant());
    }

    private static <T> List<T> list(ResultSet row, String column, Class<T[]> type)
            throws SQLException {
        T[] stored = stored(row, column, type);
        return stored == null ? List.of() : List.of(stored);
    }

    private static <T> @Nullable T stored(ResultSet row, String column, Class<T> type)
            throws SQLException {
        String json = row.getString(column);
        try {
            return json == null ? null : JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A column of the row cannot be read: " + column, e);
        }
    }
}
