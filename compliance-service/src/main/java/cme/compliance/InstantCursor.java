package cme.compliance;

import cme.chassis.http.Cursor;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// The cursor of a list that is ordered by instants, of which no two entries have the same.
public final class InstantCursor {

    private InstantCursor() {}

    public static Cursor of(Instant last) {
        return Cursor.of(last.toString());
    }

    /// Null on the first page, or if the cursor is wrong and reported as a violation.
    public static @Nullable Instant read(Fields query, PageRequest page) {
        try {
            return page.after() == null ? null : Instant.parse(page.after().part(0));
        } catch (DateTimeParseException e) {
            query.violation(
                    "cursor", "cursor.unknown", "This is not a cursor that this list gave out.");
            return null;
        }
    }
}
