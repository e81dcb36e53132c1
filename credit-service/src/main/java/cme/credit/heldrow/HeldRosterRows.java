package cme.credit.heldrow;

import cme.chassis.database.Columns;
import cme.credit.heldrow.HeldRows.ChangedReason;
import cme.credit.heldrow.HeldRows.ReleasedRow;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Keeps the rows of rosters in step with the held rows that they name.
final class HeldRosterRows {
    private static final String RECORD =
            """
            with recorded as (
                update roster_row set outcome = 'RECORDED', completion = n.completion, reason = null, content = null
                from unnest(:heldRows::uuid[], :completions::uuid[]) as n (held_row, completion)
                where roster_row.held_row = n.held_row and roster_row.outcome = 'HELD'
                returning roster, mended_in)
            update roster set recorded = recorded + n.rows, held = held - n.rows
            from (select roster, count(*) as rows from recorded where mended_in is null group by roster) as n
            where roster.id = n.roster
            """;

    private static final String CHANGE_REASON =
            """
            update roster_row set reason = case when h.masked then 'NO_MATCH' else n.reason end
            from unnest(:heldRows::uuid[], :reasons::text[]) as n (held_row, reason)
                join held_row h on h.id = n.held_row
            where roster_row.held_row = n.held_row and roster_row.outcome = 'HELD'
            """;

    private HeldRosterRows() {}

    static void record(Handle transaction, List<ReleasedRow> released) {
        transaction
                .createUpdate(RECORD)
                .bind("heldRows", Columns.of(released, ReleasedRow::id))
                .bind("completions", Columns.of(released, row -> row.completion().id()))
                .execute();
    }

    static void changeReasons(Handle transaction, List<ChangedReason> rows) {
        transaction
                .createUpdate(CHANGE_REASON)
                .bind("heldRows", Columns.of(rows, ChangedReason::id))
                .bind("reasons", Columns.of(rows, ChangedReason::reason))
                .execute();
    }
}
