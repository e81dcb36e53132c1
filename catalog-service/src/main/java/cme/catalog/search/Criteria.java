package cme.catalog.search;

import cme.catalog.activity.ActivityType;
import cme.catalog.activity.ProcedureCode;
import cme.catalog.activity.ProviderCode;
import cme.catalog.activity.Purpose;
import cme.catalog.register.DescriptionFields;
import cme.catalog.register.Status;
import cme.chassis.json.Fields;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which activities are looked for; null does not restrict. Everything must hold; purpose,
/// procedure and day must hold of one and the same approval.
///
/// @param words full text, the last word may be half typed
/// @param on an approval covers this day
record Criteria(
        @Nullable String words,
        @Nullable ProviderCode provider,
        @Nullable ActivityType type,
        @Nullable Status status,
        @Nullable Purpose purpose,
        @Nullable ProcedureCode procedure,
        @Nullable LocalDate on) {

    private static final int MAX_WORDS_CHARS = 200;

    static Criteria read(Fields query) {
        return new Criteria(
                words(query),
                DescriptionFields.provider(query, "provider"),
                query.oneOf("type", ActivityType.class),
                query.oneOf("status", Status.class),
                query.oneOf("purpose", Purpose.class),
                procedure(query),
                query.date("on"));
    }

    boolean asksForApproval() {
        return purpose != null || procedure != null || on != null;
    }

    boolean isWordsOnly() {
        return words != null
                && provider == null
                && type == null
                && status == null
                && !asksForApproval();
    }

    private static @Nullable String words(Fields query) {
        var words = query.text("q", MAX_WORDS_CHARS);
        if (words != null && words.codePoints().noneMatch(Character::isLetterOrDigit)) {
            query.violation("q", "q.no-word", "It holds no letter and no digit.");
            return null;
        }
        return words;
    }

    private static @Nullable ProcedureCode procedure(Fields query) {
        var code = query.text("procedure", DescriptionFields.MAX_CODE);
        if (code != null && !ProcedureCode.isCode(code)) {
            query.violation("procedure", "procedure.form", ProcedureCode.FORM);
            return null;
        }
        return code == null ? null : new ProcedureCode(code);
    }
}
