package cme.catalog.activity;

import cme.catalog.activity.Approval.Purpose;
import cme.catalog.activity.Approval.Span;
import cme.catalog.activity.Description.Cap;
import cme.catalog.activity.Description.CreditsPer;
import cme.catalog.activity.Description.Flaw;
import cme.catalog.activity.Description.OncePer;
import cme.catalog.procedure.ProcedureCode;
import cme.catalog.provider.ProviderCode;
import cme.chassis.json.Fields;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the fields of activities and approvals, and reports what is wrong with each.
public final class ActivityFields {

    public static final int MAX_TITLE = 300;
    public static final int MAX_CODE = 100;

    private ActivityFields() {}

    /// Reads a description; the cap is read before, because tables spell it in another way.
    public static Draft draft(Fields fields, @Nullable Cap cap) {
        return new Draft(
                fields.text("title", MAX_TITLE),
                provider(fields, "provider"),
                fields.oneOf("type", ActivityType.class),
                fields.url("url"),
                credits(fields, "credits"),
                credits(fields, "patientSafetyCredits"),
                fields.flag("creditsConfirmed"),
                fields.oneOf("oncePer", OncePer.class),
                fields.oneOf("creditsPer", CreditsPer.class),
                cap,
                fields.date("offeredFrom"),
                fields.date("offeredUntil"),
                duration(fields));
    }

    /// The time that an activity takes, in a table also as the number of minutes.
    public static @Nullable LearningTime duration(Fields fields) {
        String text = fields.text("duration", 40);
        if (text == null) {
            return null;
        }
        Optional<LearningTime> duration = LearningTime.read(text);
        if (duration.isEmpty()) {
            fields.violation("duration", "duration.form", LearningTime.FORM);
        }
        return duration.orElse(null);
    }

    /// A cap of the given fields; null when both are missing or one is wrong.
    public static @Nullable Cap cap(Fields fields, String groupField, String creditsField) {
        String group = fields.text(groupField, MAX_CODE);
        Credits credits = credits(fields, creditsField);
        if (group != null) {
            fields.required(creditsField, credits);
        }
        if (credits != null) {
            fields.required(groupField, group);
        }
        if (group == null || credits == null) {
            return null;
        }
        if (!Cap.isGroup(group)) {
            fields.violation(groupField, "cap.group", Cap.FORM);
            return null;
        }
        if (credits.isZero()) {
            fields.violation(creditsField, "credits.range", "A cap is more than zero.");
            return null;
        }
        return new Cap(group, credits);
    }

    /// Reads an approval.
    ///
    /// @return null when something is wrong; it has been reported then
    public static @Nullable Approval approval(Fields fields, UUID id) {
        Purpose purpose = fields.required("purpose", fields.oneOf("purpose", Purpose.class));
        List<ProcedureCode> procedures = procedures(fields, purpose);
        LocalDate from = fields.required("from", fields.date("from"));
        LocalDate until = fields.date("until");
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
        List<String> codes = fields.texts("procedures", Approval.MAX_PROCEDURES, MAX_CODE);
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

    public static @Nullable ProviderCode provider(Fields fields, String name) {
        String code = fields.text(name, MAX_CODE);
        if (code != null && !ProviderCode.isCode(code)) {
            fields.violation(name, "provider.form", ProviderCode.FORM);
            return null;
        }
        return code == null ? null : new ProviderCode(code);
    }

    public static @Nullable Credits credits(Fields fields, String name) {
        BigDecimal amount = fields.decimal(name);
        if (amount == null) {
            return null;
        }
        Optional<Flaw> flaw = Credits.flawIn(name, amount);
        if (flaw.isPresent()) {
            report(fields, List.of(flaw.get()));
            return null;
        }
        return Credits.of(amount);
    }

    /// Reports the flaws. A field that was refused already is not reported as missing too.
    public static void report(Fields fields, List<Flaw> flaws) {
        for (Flaw flaw : flaws) {
            if (flaw.code().equals("required")) {
                fields.required(flaw.field(), null);
            } else {
                fields.violation(flaw.field(), flaw.code(), flaw.detail());
            }
        }
    }
}
