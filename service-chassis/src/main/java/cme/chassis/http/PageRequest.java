package cme.chassis.http;

import cme.chassis.json.Fields;

import org.jspecify.annotations.Nullable;

/// Which page is asked for.
///
/// @param limit 1 to 500, 50 when not said
/// @param after key of the last row of the page before; null for the first page
public record PageRequest(int limit, @Nullable Cursor after) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 500;

    /// Reads `limit` and `cursor` from the query; what is wrong with them is reported there.
    ///
    /// @param keyParts how many values a cursor of this list holds
    public static PageRequest read(Fields query, int keyParts) {
        var limit = query.integer("limit", 1, MAX_LIMIT);
        var cursor = query.text("cursor", Cursor.MAX_LENGTH);
        var after = cursor == null ? null : Cursor.decode(cursor, keyParts);
        if (cursor != null && after == null) {
            query.violation(
                    "cursor", "cursor.unknown", "This is not a cursor that this list gave out.");
        }
        return new PageRequest(limit == null ? DEFAULT_LIMIT : limit, after);
    }

    /// One row more than the page has, to see whether there is a next page.
    public int rowsToFetch() {
        return limit + 1;
    }
}
