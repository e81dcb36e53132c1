package cme.catalog.imports;

import cme.catalog.CatalogConfig;
import cme.catalog.activity.ActivityCode;
import cme.catalog.activity.ActivityType;
import cme.catalog.activity.Approval;
import cme.catalog.activity.Draft;
import cme.catalog.activity.OncePer;
import cme.catalog.register.ApprovalFields;
import cme.catalog.register.DescriptionFields;
import cme.chassis.json.Fields;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads rows: the fields of an activity, or what directories call them. What a row does not say
/// stays as it is.
@Singleton
class RowReading {

    static final Set<String> COLUMNS =
            Set.of(
                    "code",
                    "activityId",
                    "title",
                    "provider",
                    "type",
                    "format",
                    "url",
                    "credits",
                    "patientSafetyCredits",
                    "creditsConfirmed",
                    "oncePer",
                    "capGroup",
                    "capCredits",
                    "offeredFrom",
                    "offeredUntil",
                    "expires",
                    "approvals");

    private static final int MAX_PROVIDER = 200;
    private static final int MAX_CELL = 10_000;

    private static final UUID NO_ID = new UUID(0, 0);

    private final String board;

    RowReading(CatalogConfig config) {
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
        var code = code(fields);
        var provider = fields.text("provider", MAX_PROVIDER);
        var draft = draft(fields);
        return new ImportRow(
                number, code, provider, draft, approvals.read(draft), fields.violations());
    }

    private static @Nullable ActivityCode code(Fields fields) {
        var id = fields.text("activityId", DescriptionFields.MAX_CODE);
        var code = fields.text("code", DescriptionFields.MAX_CODE);
        if (code == null && id == null) {
            return fields.required("code", null);
        }
        var wanted = code == null ? id.toUpperCase(Locale.ROOT) : code;
        if (!ActivityCode.isCode(wanted)) {
            fields.violation(code == null ? "activityId" : "code", "code.form", ActivityCode.FORM);
            return null;
        }
        return new ActivityCode(wanted);
    }

    private static Draft draft(Fields fields) {
        var format = format(fields);
        var type = fields.oneOf("type", ActivityType.class);
        var oncePer = fields.oneOf("oncePer", OncePer.class);
        var expires = fields.date("expires");
        var until = fields.date("offeredUntil");
        return new Draft(
                fields.text("title", DescriptionFields.MAX_TITLE),
                null,
                type == null && format != null ? ActivityType.DIRECTORY : type,
                DescriptionFields.url(fields, "url"),
                DescriptionFields.credits(fields, "credits"),
                DescriptionFields.credits(fields, "patientSafetyCredits"),
                fields.flag("creditsConfirmed"),
                oncePer == null && type == null && format != null ? format.oncePer() : oncePer,
                DescriptionFields.cap(fields, "capGroup", "capCredits"),
                fields.date("offeredFrom"),
                until == null ? expires : until);
    }

    private static @Nullable Format format(Fields fields) {
        var text = fields.text("format", 100);
        if (text == null) {
            return null;
        }
        var format = Format.of(text);
        if (format.isEmpty()) {
            fields.violation("format", "format.unknown", "One of " + Format.known() + ".");
        }
        return format.orElse(null);
    }

    private List<ImportedApproval> cell(Fields cells, Draft draft) {
        var cell = cells.text("approvals", MAX_CELL);
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
                            var by = inner.text("board", 100);
                            var approval = ApprovalFields.read(inner, NO_ID);
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
