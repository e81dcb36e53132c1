package cme.credit.roster;

import cme.chassis.http.Cursor;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.chassis.json.Ids;
import cme.credit.access.Poster;
import cme.credit.completion.BoardCalendar;
import cme.credit.rosterfile.RosterDocument;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Selects rosters for a list; a condition that is null is not asked for.
///
/// @param postedBy key of a poster; a society sees only its own rosters
/// @param provider the society that posted
/// @param from first day of receipt, in the board's calendar
/// @param to last day of receipt
record RosterFilter(
        @Nullable String postedBy,
        @Nullable String provider,
        @Nullable String externalId,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    static final String LIST =
            """
            select * from roster
            where (cast(:poster as text) is null or poster = :poster)
                and (cast(:provider as text) is null or poster = :provider)
                and (cast(:externalId as text) is null or external_id = :externalId)
                and (cast(:from as timestamptz) is null or received_at >= cast(:from as timestamptz))
                and (cast(:until as timestamptz) is null or received_at < cast(:until as timestamptz))
                and (cast(:afterTime as timestamptz) is null
                    or (received_at, id) < (cast(:afterTime as timestamptz), cast(:afterId as uuid)))
            order by received_at desc, id desc
            limit :limit
            """;

    private static final int CURSOR_PARTS = 2;

    static RosterFilter read(Fields query, Poster caller) {
        return new RosterFilter(
                caller.provider() == null ? null : caller.key(),
                query.text("provider", 100),
                query.text("externalId", RosterDocument.MAX_EXTERNAL_ID),
                query.date("from"),
                query.date("to"));
    }

    /// Reads the page that is asked for; a cursor that this list did not give out is reported.
    static PageRequest page(Fields query) {
        return PageRequest.read(query, CURSOR_PARTS, RosterFilter::isOurs);
    }

    static Cursor cursor(Roster last) {
        return Cursor.of(last.receivedAt().toString(), last.id().toString());
    }

    private static boolean isOurs(Cursor cursor) {
        try {
            OffsetDateTime.parse(cursor.part(0));
            // A longer year cannot be stored.
            return cursor.part(0).matches("[0-9]{4}-.*Z") && Ids.find(cursor.part(1)).isPresent();
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    Map<String, @Nullable Object> parameters() {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("poster", postedBy);
        parameters.put("provider", provider == null ? null : Poster.provider(provider).key());
        parameters.put("externalId", externalId);
        parameters.put("from", from == null ? null : BoardCalendar.startOf(from));
        parameters.put("until", to == null ? null : BoardCalendar.startOf(to.plusDays(1)));
        return parameters;
    }

    static Map<String, @Nullable Object> place(PageRequest page) {
        Cursor after = page.after();
        var place = new HashMap<String, @Nullable Object>();
        place.put("afterTime", after == null ? null : OffsetDateTime.parse(after.part(0)));
        place.put("afterId", after == null ? null : after.part(1));
        return place;
    }
}
