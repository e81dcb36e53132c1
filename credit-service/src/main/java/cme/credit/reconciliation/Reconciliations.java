package cme.credit.reconciliation;

import cme.chassis.http.Cursor;
import cme.credit.completion.BoardCalendar;
import cme.credit.reconciliation.ReconciliationItem.Sum;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Sums up what a sender posted, by day and activity, in one statement.
@Singleton
final class Reconciliations {
    /// Of each completion one line, of which the digest is made.
    private static final String TAKEN =
            """
            select completed_on as day, coalesce(activity, '') as activity, status, credits, patient_safety_credits,
                0 as held, 0 as rejected,
                concat_ws(E'\\t', external_id, diplomate_id, completed_on, to_char(credits, 'FM990.00'),
                    coalesce(to_char(patient_safety_credits, 'FM990.00'), '')) || E'\\n' as line
            from completion
            where poster = :poster and completed_on between :from and :to
            """;

    private static final String HELD =
            """
            select (posted ->> 'completedOn')::date, coalesce(posted ->> 'activity', ''), null, null, null, 1, 0, null
            from held_row
            where poster = :poster and state = 'WAITING' and (posted ->> 'completedOn')::date between :from and :to
            """;

    private static final String REJECTED =
            """
            select said.day, said.activity, null, null, null, 0, 1, null
            from roster r join roster_row w on w.roster = r.id
                cross join lateral (select
                    case when w.content ->> 'completedOn' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
                            and pg_input_is_valid(w.content ->> 'completedOn', 'date')
                        then (w.content ->> 'completedOn')::date
                        else (r.received_at at time zone :zone)::date end as day,
                    coalesce(w.content ->> 'activity', '') as activity) as said
            where r.poster = :poster and r.rejected > 0 and w.outcome = 'REJECTED' and w.mended_in is null
                and said.day between :from and :to
            """;

    private static final String SUMS =
            """
            with posted as (%s union all %s union all %s)
            select day, activity, %s, %s, sum(held)::int as held, sum(rejected)::int as rejected
            from posted
            where (cast(:activity as text) is null or activity = :activity)
                and (cast(:afterDay as date) is null
                    or (day, activity collate "C") > (cast(:afterDay as date), cast(:afterActivity as text)))
            group by day, activity
            order by day, activity collate "C"
            limit :limit
            """
                    .formatted(TAKEN, HELD, REJECTED, sum("RECORDED"), sum("WITHDRAWN"));

    private final Jdbi jdbi;

    Reconciliations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private static String sum(String status) {
        return """
        count(*) filter (where status = '%1$s')::int as %1$s_completions,
        coalesce(sum(credits) filter (where status = '%1$s'), 0) as %1$s_credits,
        coalesce(sum(patient_safety_credits) filter (where status = '%1$s'), 0) as %1$s_safety,
        encode(sha256(convert_to(coalesce(
            string_agg(line, '' order by line collate "C") filter (where status = '%1$s'), ''), 'UTF8')), 'hex')
            as %1$s_digest
        """
                .formatted(status);
    }

    /// A page in the order of days, and one more row.
    List<ReconciliationItem> list(ReconciliationQuery asked) {
        Cursor after = asked.page().after();
        return jdbi.withHandle(handle -> query(handle, asked, after));
    }

    private static List<ReconciliationItem> query(
            Handle handle, ReconciliationQuery asked, @Nullable Cursor after) {
        return handle.createQuery(SUMS)
                .bind("poster", asked.poster().key())
                .bind("activity", asked.activity())
                .bind("from", asked.from())
                .bind("to", asked.to())
                .bind("zone", BoardCalendar.ZONE.getId())
                .bind("afterDay", after == null ? null : after.part(0))
                .bind("afterActivity", after == null ? null : after.part(1))
                .bind("limit", asked.page().rowsToFetch())
                .map((row, _) -> item(row))
                .list();
    }

    private static ReconciliationItem item(ResultSet row) throws SQLException {
        String activity = row.getString("activity");
        return new ReconciliationItem(
                activity.isEmpty() ? null : activity,
                row.getObject("day", LocalDate.class),
                sum(row, "RECORDED"),
                sum(row, "WITHDRAWN"),
                row.getInt("held"),
                row.getInt("rejected"));
    }

    private static Sum sum(ResultSet row, String status) throws SQLException {
        return new Sum(
                row.getInt(status + "_completions"),
                row.getBigDecimal(status + "_credits"),
                row.getBigDecimal(status + "_safety"),
                row.getString(status + "_digest"));
    }
}
