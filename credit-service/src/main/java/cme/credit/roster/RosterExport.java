package cme.credit.roster;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Writes rows of a roster as a CSV table that can be mended and posted again.
@Singleton
final class RosterExport {
    private static final int PAGE_ROWS = 2_000;

    private final Jdbi jdbi;
    private final RosterRows rows;

    RosterExport(Jdbi jdbi, RosterRows rows) {
        this.jdbi = jdbi;
        this.rows = rows;
    }

    @FunctionalInterface
    private interface Use {
        void accept(RosterRow row) throws IOException;
    }

    /// Writes the rows of one outcome, or all rows. They are read twice, because the header names
    /// the columns of all of them.
    void write(RosterRows.Asked asked, OutputStream out) throws IOException {
        var columns = new PostedTable.Columns();
        each(asked, row -> columns.add(row.content()));
        try (var table = new PostedTable(out, columns)) {
            each(asked, row -> table.row(row, row.explanation()));
        }
    }

    /// Reads in pages, so that no transaction waits for a slow reader.
    private void each(RosterRows.Asked asked, Use use) throws IOException {
        RowPlace place = RowPlace.START;
        List<RosterRow> page;
        do {
            RowPlace after = place;
            page = jdbi.withHandle(h -> rows.list(h, asked, after, PAGE_ROWS));
            for (RosterRow row : page) {
                use.accept(row);
                place = RowPlace.of(row);
            }
        } while (page.size() == PAGE_ROWS);
    }
}
