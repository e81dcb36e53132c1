package cme.catalog.directory;

import cme.catalog.CatalogConfig;
import cme.catalog.activity.ActivityCode;
import cme.catalog.activity.ActivityFields;
import cme.catalog.activity.ActivityType;
import cme.catalog.activity.Approval;
import cme.catalog.activity.Description.CreditsPer;
import cme.catalog.activity.Description.OncePer;
import cme.catalog.activity.Draft;
import cme.chassis.json.Fields;
import cme.chassis.table.ColumnKind;
import cme.chassis.table.TableColumns;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads rows: the fields of an activity, under our names or those of directories. Fields that a
/// row does not have stay as they are.
@Singleton
class RowReader {

    static final TableColumns COLUMNS =
            new TableColumns(
                    Map.ofEntries(
                            Map.entry("code", ColumnKind.IDENTIFIER),
                            Map.entry("activityId", ColumnKind.TEXT),
                            Map.entry("title", ColumnKind.TEXT),
                            Map.entry("provider", ColumnKind.TEXT),
                            Map.entry("type", ColumnKind.TEXT),
                            Map.entry("format", ColumnKind.TEXT),
                            Map.entry("url", ColumnKind.TEXT),
                            Map.entry("credits", ColumnKind.NUMBER),
                            Map.entry("patientSafetyCredits", ColumnKind.NUMBER),
                            Map.entry("creditsConfirmed", ColumnKind.FLAG),
                            Map.entry("oncePer", ColumnKind.TEXT),
                            Map.entry("creditsPer", ColumnKind.TEXT),
                            Map.entry("capGroup", ColumnKind.IDENTIFIER),
                            Map.entry("capCredits", ColumnKind.NUMBER),
                            Map.entry("offeredFrom", ColumnKind.DATE),
                            Map.entry("offeredUntil", ColumnKind.DATE),
                            Map.entry("duration", ColumnKind.TEXT),
                            Map.entry("expires", ColumnKind.DATE),
                            Map.entry("approvals", ColumnKind.TEXT)),
                    List.of(),
                    Set.of());

    private static final int MAX_PROVIDER = 200;
    private static final int MAX_CELL = 10_000;

    private static final UUID NO_ID = new UUID(0, 0);

    private final String board;

    RowReader(CatalogConfig config) {
        this.board = config.board();
    }

    /// A row of a table.
    ImportRow ofTable(int number, Fields cells) {
        return read(number, cells, draft -> cell(cells, draft));
    }

    /// An element of a JSON array; its approvals are objects.
    ImportRow ofJson(int number, Fields fields) {
        return read(number, fields, _ -> objects(fields));
    }

    private interface ApprovalReader {
        List<ImportedApproval> read(Draft draft);
    }

    private static ImportRow read(int number, Fields fields, ApprovalReader approvals) {
        ActivityCode code = code(fields);
        String provider = fields.text("provider", MAX_PROVIDER);
        Draft draft = draft(fields);
        return new ImportRow(
                number, code, provider, draft, approvals.read(draft), fields.violations());
    }

    private static @Nullable ActivityCode code(Fields fields) {
        String id = fields.text("activityId", ActivityFields.MAX_CODE);
        String code = fields.text("code", ActivityFields.MAX_CODE);
        if (code == null && id == null) {
            return fields.required("code", null);
        }
        String wanted = code == null ? id.toUpperCase(Locale.ROOT) : code;
        if (!ActivityCode.isCode(wanted)) {
            fields.violation(code == null ? "activityId" : "code", "code.form", ActivityCode.FORM);
            return null;
        }
        return new ActivityCode(wanted);
    }

    private static Draft draft(Fields fields) {
        DirectoryFormat format = format(fields);
        ActivityType type = fields.oneOf("type", ActivityType.class);
        OncePer oncePer = fields.oneOf("oncePer", OncePer.class);
        LocalDate expires = fields.date("expires");
        LocalDate until = fields.date("offeredUntil");
        return new Draft(
                fields.text("title", ActivityFields.MAX_TITLE),
                null,
                type == null && format != null ? ActivityType.DIRECTORY : type,
                fields.url("url"),
                ActivityFields.credits(fields, "credits"),
                ActivityFields.credits(fields, "patientSafetyCredits"),
                fields.flag("creditsConfirmed"),
                oncePer == null && type == null && format != null ? format.oncePer() : oncePer,
                fields.oneOf("creditsPer", CreditsPer.class),
                ActivityFields.cap(fields, "capGroup", "capCredits"),
                fields.date("offeredFrom"),
                until == null ? expires : until,
                ActivityFields.duration(fields));
    }

    private static @Nullable DirectoryFormat format(Fields fields) {
        String text = fields.text("format", 100);
        if (text == null) {
            return null;
        }
        Optional<DirectoryFormat> format = DirectoryFormat.of(text);
        if (format.isEmpty()) {
            fields.violation("format", "format.unknown", "One of " + DirectoryFormat.known() + ".");
        }
        return format.orElse(null);
    }

    private List<ImportedApproval> cell(Fields cells, Draft draft) {
        String cell = cells.text("approvals", MAX_CELL);
        return cell == null
                ? List.of()
                : new ApprovalNotation(board, draft.offeredFrom(), draft.offeredUntil())
                        .read(cell, wrong -> cells.violation("approvals", "approvals.form", wrong));
    }

    private List<ImportedApproval> objects(Fields fields) {
        return fields
                .objects(
                        "approvals",
                        100,
                        inner -> {
                            String by = inner.text("board", 100);
                            Approval approval = ActivityFields.approval(inner, NO_ID);
                            return by == null || by.equalsIgnoreCase(board)
                                    ? imported(approval)
                                    : null;
                        })
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable ImportedApproval imported(@Nullable Approval approval) {
        return approval == null
                ? null
                : new ImportedApproval(approval.purpose(), approval.procedures(), approval.span());
    }
}
