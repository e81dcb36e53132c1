package cme.credit.reconciliation;

import cme.chassis.http.Cursor;
import cme.credit.reconciliation.ReconciliationItem.Sum;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Sums up what a sender posted, by day and activity, in one statement. The groups of the page are
/// found first, by indexes in their order; only what is in them is read.
@Singleton
final class Reconciliations {
    private static final String WANTED =
            """
            %1$s between :from and :to and (cast(:activity as text) is null or %2$s = :activity)
                and (cast(:afterDay as date) is null
                    or (%1$s, %2$s collate "C") > (cast(:afterDay as date), cast(:afterActivity as text)))
            """;

    private static final String COMPLETED = wanted("completed_on", "coalesce(activity, '')");

    /// What waits is the board's queue, which is short.
    private static final String HELD =
            """
            select (posted ->> 'completedOn')::date as day, coalesce(posted ->> 'activity', '') as activity
            from held_row where poster = :poster and state = 'WAITING'
            """;

    private static final String REFUSED =
            "refused_of = :poster and mended_in is null and "
                    + wanted("refused_day", "refused_activity");

    private static final String GROUPS =
            """
            held as materialized (%s),
            groups as materialized (
                select day, activity from (
                    (select distinct completed_on as day, coalesce(activity, '') collate "C" as activity
                     from completion where poster = :poster and %s order by 1, 2 limit :limit)
                    union
                    select day, activity collate "C" from held where %s
                    union
                    (select distinct refused_day, refused_activity collate "C"
                     from roster_row where %s order by 1, 2 limit :limit)) as any_of
                order by day, activity collate "C" limit :limit)
            """
                    .formatted(HELD, COMPLETED, wanted("day", "activity"), REFUSED);

    /// Of each completion one line, of which the digest is made.
    private static final String SUMS =
            """
            with %s
            select g.day, g.activity, s.*,
                (select count(*)::int from held h where h.day = g.day and h.activity = g.activity) as held,
                (select count(*)::int from roster_row w
                 where w.refused_of = :poster and w.mended_in is null and w.refused_day = g.day
                    and w.refused_activity collate "C" = g.activity) as rejected
            from groups g cross join lateral (
                select %s, %s
                from (
                    select status, credits, patient_safety_credits,
                        concat_ws(E'\\t', external_id, diplomate_id, completed_on, to_char(credits, 'FM990.00'),
                            coalesce(to_char(patient_safety_credits, 'FM990.00'), '')) || E'\\n' as line
                    from completion c
                    where c.poster = :poster and c.completed_on = g.day
                        and coalesce(c.activity, '') collate "C" = g.activity) as posted) as s
            order by g.day, g.activity collate "C"
            """
                    .formatted(GROUPS, sum("RECORDED"), sum("WITHDRAWN"));

    private final Jdbi jdbi;

    Reconciliations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private static String wanted(String day, String activity) {
        return WANTED.formatted(day, activity);
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
