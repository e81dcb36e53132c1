package cme.catalog.directory;

import cme.catalog.CatalogConfig;
import cme.chassis.json.JsonElements;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;
import cme.chassis.table.Table;
import cme.chassis.table.TableRow;

import jakarta.inject.Singleton;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// Reads the body of an import row by row, up to the limit.
@Singleton
class ImportReader {

    private final RowReader reading;
    private final int maxRows;

    ImportReader(RowReader reading, CatalogConfig config) {
        this.reading = reading;
        this.maxRows = config.imports().maxRows();
    }

    List<ImportRow> ofTable(Table table) {
        var rows = new ArrayList<ImportRow>();
        for (TableRow row = table.next(); row != null; row = table.next()) {
            checkLimit(rows);
            rows.add(reading.ofTable(row.number(), row.fields()));
        }
        return rows;
    }

    List<ImportRow> ofJson(InputStream body) {
        var rows = new ArrayList<ImportRow>();
        var elements = JsonElements.open(body);
        while (elements.hasNext()) {
            checkLimit(rows);
            rows.add(reading.ofJson(rows.size() + 1, elements.next()));
        }
        return rows;
    }

    private void checkLimit(List<ImportRow> rows) {
        if (rows.size() == maxRows) {
            throw new InvalidRequest(
                    Problem.tooLarge(
                            "An import takes at most %d rows; send the rest as another."
                                    .formatted(maxRows)));
        }
    }
}
