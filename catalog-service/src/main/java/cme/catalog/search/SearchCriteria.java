package cme.catalog.search;

import cme.catalog.activity.Activity.Status;
import cme.catalog.activity.ActivityFields;
import cme.catalog.activity.ActivityType;
import cme.catalog.activity.Approval.Purpose;
import cme.catalog.activity.Viewer;
import cme.catalog.procedure.ProcedureCode;
import cme.catalog.provider.ProviderCode;
import cme.chassis.json.Fields;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The criteria of a search; null means any. An activity must meet all of them, and one approval of
/// it must meet purpose, procedure and day together.
///
/// @param words full text, the last word may be half typed
/// @param on an approval covers this day
/// @param viewer who searches; proposals of others are not found
record SearchCriteria(
        @Nullable String words,
        @Nullable ProviderCode provider,
        @Nullable ActivityType type,
        @Nullable Status status,
        @Nullable Purpose purpose,
        @Nullable ProcedureCode procedure,
        @Nullable LocalDate on,
        Viewer viewer) {

    private static final int MAX_WORDS_CHARS = 200;

    static SearchCriteria read(Fields query, Viewer viewer) {
        return new SearchCriteria(
                words(query),
                ActivityFields.provider(query, "provider"),
                query.oneOf("type", ActivityType.class),
                query.oneOf("status", Status.class),
                query.oneOf("purpose", Purpose.class),
                procedure(query),
                query.date("on"),
                viewer);
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
        String words = query.text("q", MAX_WORDS_CHARS);
        if (words != null && words.codePoints().noneMatch(Character::isLetterOrDigit)) {
            query.violation("q", "q.no-word", "It holds no letter and no digit.");
            return null;
        }
        return words;
    }

    static @Nullable ProcedureCode procedure(Fields query) {
        String code = query.text("procedure", ActivityFields.MAX_CODE);
        if (code != null && !ProcedureCode.isCode(code)) {
            query.violation("procedure", "procedure.form", ProcedureCode.FORM);
            return null;
        }
        return code == null ? null : new ProcedureCode(code);
    }
}
