package cme.credit.completion;

import cme.chassis.http.Cursor;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;

import java.util.UUID;

/// Cursors of lists that are in the order of their ids.
public final class IdCursor {
    private IdCursor() {}

    /// The page asked for; a cursor that no such list gave out is reported.
    public static PageRequest page(Fields query) {
        PageRequest page = PageRequest.read(query, 1);
        Cursor after = page.after();
        if (after != null && !isId(after.part(0))) {
            query.violation(
                    "cursor", "cursor.unknown", "This is not a cursor that this list gave out.");
            return new PageRequest(page.limit(), null);
        }
        return page;
    }

    private static boolean isId(String text) {
        try {
            UUID.fromString(text);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
