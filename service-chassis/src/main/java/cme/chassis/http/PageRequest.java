package cme.chassis.http;

import cme.chassis.json.Fields;

import org.jspecify.annotations.Nullable;

/// The page that a caller requests.
///
/// @param limit 1 to 500, 50 by default
/// @param after key of the last row on the page before; null for the first page
public record PageRequest(int limit, @Nullable Cursor after) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 500;

    /// Reads `limit` and `cursor` from the query, which collects their violations.
    ///
    /// @param keyParts the number of values in a cursor of this list
    public static PageRequest read(Fields query, int keyParts) {
        Integer limit = query.integer("limit", 1, MAX_LIMIT);
        String cursor = query.text("cursor", Cursor.MAX_LENGTH);
        Cursor after = cursor == null ? null : Cursor.decode(cursor, keyParts);
        if (cursor != null && after == null) {
            query.violation(
                    "cursor", "cursor.unknown", "This is not a cursor that this list gave out.");
        }
        return new PageRequest(limit == null ? DEFAULT_LIMIT : limit, after);
    }

    /// One row more than the page, to see whether there is a next page.
    public int rowsToFetch() {
        return limit + 1;
    }
}
