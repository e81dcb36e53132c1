package cme.credit.rosterfile;

import cme.chassis.json.BodySpool;
import cme.chassis.table.Table;
import cme.chassis.table.TableRow;
import cme.credit.posting.Reading;
import java.io.IOException;

/// A roster as a table with a header, as spreadsheets write it.
final class TableRoster implements RosterDocument {
    private final Table table;

    private TableRoster(Table table) {
        this.table = table;
    }

    static TableRoster open(BodySpool spool, RosterOptions options) throws IOException {
        return new TableRoster(
                Table.open(
                        spool.open(),
                        options.type(),
                        RosterColumns.ALL.passingOver(options.ignored())));
    }

    @Override
    public RowReader rows() {
        return () -> {
            TableRow row = table.next();
            return row == null ? null : reading(row);
        };
    }

    private static Reading reading(TableRow row) {
        return row.violation() == null
                ? Reading.of(row.number(), row.fields(), row.content())
                : new Reading.Broken(row.number(), row.violation());
    }
}
