package cme.credit.rosterfile;

import cme.chassis.json.BodySpool;
import cme.chassis.json.Fields;
import cme.chassis.problem.Violation;
import cme.chassis.table.Table;
import cme.chassis.table.TableRow;
import cme.credit.posting.Notice;
import cme.credit.posting.Reading;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A roster as a provider uploads it to ACCME's PARS: the template for learners, tab-delimited or
/// as a workbook. Columns without a place here are passed over and named in a notice.
final class ParsTable implements RosterDocument {
    private final Table table;
    private final List<String> ignored;
    private final PassedOver passedOver = new PassedOver();

    private ParsTable(Table table, List<String> ignored) {
        this.table = table;
        this.ignored = ignored;
    }

    static ParsTable open(BodySpool spool, RosterOptions options) throws IOException {
        return new ParsTable(
                Table.open(
                        spool.open(),
                        options.type(),
                        ParsColumns.ALL.passingOver(options.ignored())),
                options.ignored());
    }

    @Override
    public List<Notice> notices() {
        return TableRoster.notices(table, ignored, passedOver);
    }

    @Override
    public RowReader rows() {
        return () -> {
            TableRow row = table.next();
            return row == null ? null : reading(row);
        };
    }

    private Reading reading(TableRow row) {
        String posted = row.posted().toString();
        ObjectNode content = row.content();
        String board = taken(content, ParsColumns.BOARD);
        String action = taken(content, ParsColumns.ACTION);
        String points = taken(content, ParsColumns.POINTS);
        String parsActivity = taken(content, ParsColumns.PARS_ACTIVITY);
        Violation violation = violation(row, board, action, points);
        if (violation != null) {
            // Without the columns that only PARS has it would be recorded when it comes back.
            return new Reading.Broken(row.number(), violation, null, posted);
        }
        if (!points.isEmpty()) {
            passedOver.add(PassedOver.Kind.FIELD, ParsColumns.POINTS);
        }
        nameActivity(content, parsActivity);
        if (first(content, "externalId") == null) {
            content.put("externalId", name(content));
        }
        return Reading.of(row.number(), Fields.ofRow(content), content);
    }

    private static String taken(ObjectNode content, String column) {
        return content.has(column) ? content.remove(column).asText() : "";
    }

    private static @Nullable Violation violation(
            TableRow row, String board, String action, String points) {
        if (row.violation() != null) {
            return row.violation();
        }
        if (ReportElements.isDeletion(action)) {
            return ReportElements.DELETION;
        }
        if (!board.isEmpty() && !MocBoard.isOurs(board)) {
            return MocBoard.another(board);
        }
        return first(row.content(), "credits") == null && !points.isEmpty()
                ? CreditKind.notCme("/credits", null, ParsColumns.POINTS)
                : null;
    }

    /// The provider's own code comes first, then the id that PARS gave, then the title.
    private void nameActivity(ObjectNode content, String parsActivity) {
        if (!parsActivity.isEmpty()) {
            if (first(content, "activity") == null) {
                content.put("activity", parsActivity);
            } else {
                passedOver.add(PassedOver.Kind.FIELD, ParsColumns.PARS_ACTIVITY);
            }
        }
        if (first(content, "activity") != null) {
            content.remove("title");
        }
    }

    private static String name(ObjectNode content) {
        return CreditKind.nameOf(
                first(content, "diplomateId", "npi"),
                first(content, "activity", "title"),
                first(content, "completedOn"));
    }

    /// The first of these fields that is not empty.
    private static @Nullable String first(ObjectNode content, String... fields) {
        return Stream.of(fields)
                .map(field -> content.path(field).asText(""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
