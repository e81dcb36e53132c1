package cme.compliance;

import cme.chassis.http.Cursor;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The cursor of a list that is ordered by instants, of which no two entries have the same.
public final class InstantCursor {

    private InstantCursor() {}

    public static Cursor of(Instant last) {
        return Cursor.of(last.toString());
    }

    /// Reads `limit` and `cursor` of such a list from the query, which collects their violations.
    public static PageRequest page(Fields query) {
        return PageRequest.read(query, 1, cursor -> instant(cursor).isPresent());
    }

    /// The instant of the last entry on the page before; null on the first page.
    public static @Nullable Instant after(PageRequest page) {
        return page.after() == null ? null : instant(page.after()).orElse(null);
    }

    private static Optional<Instant> instant(Cursor cursor) {
        try {
            return Optional.of(Instant.parse(cursor.part(0)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
