package cme.catalog.register;

import cme.catalog.activity.Approval;
import cme.catalog.activity.ProcedureCode;
import cme.catalog.activity.Purpose;
import cme.catalog.activity.Span;
import cme.chassis.json.Fields;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the fields of an approval, and reports what is wrong with each.
public final class ApprovalFields {

    private ApprovalFields() {}

    /// @return null when something is wrong; it has been reported then
    public static @Nullable Approval read(Fields fields, UUID id) {
        var purpose = fields.required("purpose", fields.oneOf("purpose", Purpose.class));
        var procedures = procedures(fields, purpose);
        var from = fields.required("from", fields.date("from"));
        var until = fields.date("until");
        if (from != null && until != null && until.isBefore(from)) {
            fields.violation("until", "span.order", "It would end before it begins.");
            return null;
        }
        return purpose == null || procedures == null || from == null
                ? null
                : new Approval(id, purpose, procedures, new Span(from, until));
    }

    private static @Nullable List<ProcedureCode> procedures(
            Fields fields, @Nullable Purpose purpose) {
        var codes = fields.texts("procedures", Approval.MAX_PROCEDURES, DescriptionFields.MAX_CODE);
        for (int i = 0; i < codes.size(); i++) {
            if (!ProcedureCode.isCode(codes.get(i))) {
                fields.violation("procedures/" + i, "procedure.form", ProcedureCode.FORM);
                return null;
            }
        }
        if (purpose == Purpose.TRACER && codes.isEmpty()) {
            fields.required("procedures", null);
            return null;
        }
        if (purpose != null && purpose != Purpose.TRACER && !codes.isEmpty()) {
            fields.violation(
                    "procedures",
                    "procedures.not-tracer",
                    "Only an approval for TRACER names procedures.");
            return null;
        }
        return codes.stream().map(ProcedureCode::new).toList();
    }
}
