package cme.chassis.http;

import cme.chassis.json.Fields;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The page that a caller requests.
///
/// @param limit 1 to 500, 50 by default
/// @param after key of the last row on the page before; null for the first page
/// @param list the list and its filters, which its cursors name
public record PageRequest(int limit, @Nullable Cursor after, String list) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 500;

    /// Reads `limit` and `cursor` from the query, which collects their violations.
    ///
    /// @param keyParts the number of values in a cursor of this list
    public static PageRequest read(Fields query, int keyParts) {
        return read(query, keyParts, _ -> true);
    }

    /// The same for a list whose cursors have values of a certain form.
    ///
    /// @param isOfList whether the list could have given it out
    public static PageRequest read(Fields query, int keyParts, Predicate<Cursor> isOfList) {
        Integer limit = query.integer("limit", 1, MAX_LIMIT);
        String sent = query.text("cursor", Cursor.MAX_LENGTH);
        Cursor cursor = sent == null ? null : Cursor.decode(sent, query.selection(), keyParts);
        boolean isKnown = cursor != null && isOfList.test(cursor);
        if (sent != null && !isKnown) {
            query.violation(
                    "cursor",
                    "cursor.unknown",
                    "This list did not give out this cursor; its filters must stay the same.");
        }
        return new PageRequest(
                limit == null ? DEFAULT_LIMIT : limit, isKnown ? cursor : null, query.selection());
    }

    /// One row more than the page, to see whether there is a next page.
    public int rowsToFetch() {
        return limit + 1;
    }
}
