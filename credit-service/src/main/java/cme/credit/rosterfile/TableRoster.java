package cme.credit.rosterfile;

import cme.chassis.json.BodySpool;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Violation;
import cme.chassis.table.Table;
import cme.chassis.table.TableRow;
import cme.credit.posting.Notice;
import cme.credit.posting.Reading;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A roster as a table with a header, as spreadsheets write it.
final class TableRoster implements RosterDocument {
    private static final Violation UNREADABLE =
            new Violation(
                    "/" + RosterColumns.LINE,
                    "unreadable",
                    "This row could not be read: write what its cell `line` says into the other columns, and empty that cell.");

    private static final String COLUMN_OF_THE_SENDER =
            "The column \"line\" belongs to rows that were handed back, with \"outcome\" and \"reason\"."
                    + " ?ignoreColumns=line passes one of yours over.";

    private final Table table;
    private final List<String> ignored;

    private TableRoster(Table table, List<String> ignored) {
        this.table = table;
        this.ignored = ignored;
        if (table.header().contains(RosterColumns.LINE)
                && !table.header().containsAll(RosterColumns.NOTES)
                && !isLineIgnored()) {
            throw new InvalidRequest("", "csv.unknown-column", COLUMN_OF_THE_SENDER);
        }
    }

    /// The sender may have a column of this name, for example with the number of the line.
    private boolean isLineIgnored() {
        return ignored.stream().anyMatch(RosterColumns.LINE::equalsIgnoreCase);
    }

    static TableRoster open(BodySpool spool, RosterOptions options) throws IOException {
        return new TableRoster(
                Table.open(
                        spool.open(),
                        options.type(),
                        RosterColumns.ALL.passingOver(options.ignored())),
                options.ignored());
    }

    @Override
    public List<Notice> notices() {
        return notices(table, ignored, new PassedOver());
    }

    /// @param ignored columns that the sender wants to be passed over
    static List<Notice> notices(Table table, List<String> ignored, PassedOver passedOver) {
        var notices = new ArrayList<Notice>();
        if (!table.charset().equals(StandardCharsets.UTF_8)) {
            notices.add(Notice.charset(table.charset().name()));
        }
        Stream.concat(
                        table.passedOver().stream(),
                        ignored.stream().filter(table.header()::contains))
                .forEach(column -> passedOver.add(PassedOver.Kind.FIELD, column));
        notices.addAll(passedOver.notices());
        return notices;
    }

    @Override
    public RowReader rows() {
        return () -> {
            TableRow row = table.next();
            return row == null ? null : reading(row);
        };
    }

    private Reading reading(TableRow row) {
        ObjectNode posted = row.posted();
        String line = isLineIgnored() ? "" : posted.path(RosterColumns.LINE).asText();
        row.content().remove(RosterColumns.LINE);
        posted.remove(RosterColumns.LINE);
        posted.remove(RosterColumns.EXPLAINING);
        if (!line.isEmpty()) {
            boolean isAlone = posted.valueStream().allMatch(cell -> cell.asText().isEmpty());
            return new Reading.Broken(row.number(), UNREADABLE, isAlone ? null : posted, line);
        }
        return row.line() == null
                ? Reading.of(row.number(), row.fields(), posted)
                : new Reading.Broken(row.number(), row.violation(), posted, row.line());
    }
}
