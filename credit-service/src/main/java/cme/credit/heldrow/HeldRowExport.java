package cme.credit.heldrow;

import cme.credit.heldrow.HeldRowDetailView.State;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// Writes held rows as a CSV table that can be mended and posted again.
@Singleton
final class HeldRowExport {
    private static final int PAGE_ROWS = 2_000;
    private static final String HELD = "HELD";

    private final Jdbi jdbi;
    private final HeldRows heldRows;

    HeldRowExport(Jdbi jdbi, HeldRows heldRows) {
        this.jdbi = jdbi;
        this.heldRows = heldRows;
    }

    /// Reads in pages, so that no transaction waits for a slow reader.
    void write(HeldRowFilter filter, OutputStream out) throws IOException {
        try (var table = new HeldRowTable(out)) {
            UUID last = HeldRows.FIRST;
            List<HeldRow> rows;
            do {
                UUID after = last;
                rows = jdbi.withHandle(h -> heldRows.list(h, filter, after, PAGE_ROWS));
                for (HeldRow row : rows) {
                    table.row(row, HELD, filter.isBoard());
                    last = row.id();
                }
            } while (rows.size() == PAGE_ROWS);
        }
    }

    /// The table of one row, whatever became of it.
    static byte[] table(HeldRows.Found found, boolean isBoard) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var table = new HeldRowTable(bytes)) {
            State state = found.view().state();
            if (found.row() == null) {
                table.erased(found.view().row(), state.name());
            } else {
                table.row(found.row(), state == State.WAITING ? HELD : state.name(), isBoard);
            }
        }
        return bytes.toByteArray();
    }
}
