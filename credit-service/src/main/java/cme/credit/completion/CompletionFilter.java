package cme.credit.completion;

import cme.chassis.http.Cursor;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Days;
import cme.chassis.json.Fields;
import cme.chassis.json.Ids;
import cme.credit.access.Poster;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Selects completions for a list; a condition that is null is not asked for.
///
/// @param postedBy key of a poster; a society sees only its own postings
/// @param diplomate any number of the diplomate, also one from before a merge
/// @param recordedSince the current revision was recorded then or later
record CompletionFilter(
        @Nullable String postedBy,
        @Nullable String diplomate,
        @Nullable String activity,
        @Nullable String provider,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Completion.@Nullable Status status,
        @Nullable String externalId,
        @Nullable UUID roster,
        @Nullable Instant recordedSince) {

    private static final String ALL = "completion";

    /// The rows of one roster lie together in the order of days: walking that order to them would
    /// pass all others, so these are read first and sorted then.
    private static final String OF_ROSTER =
            "(select * from completion where roster = cast(:roster as uuid) offset 0) as completion";

    private static final String LIST =
            """
            select * from %s
            where (cast(:poster as text) is null or poster = :poster)
                and (cast(:diplomate as text) is null or diplomate_id = coalesce(
                    (select merged_into from identity where identity.diplomate_id = :diplomate), :diplomate))
                and (cast(:activity as text) is null or activity = :activity)
                and (cast(:provider as text) is null or provider = :provider)
                and (cast(:from as date) is null or completed_on >= cast(:from as date))
                and (cast(:to as date) is null or completed_on <= cast(:to as date))
                and (cast(:status as text) is null or status = :status)
                and (cast(:externalId as text) is null or external_id = :externalId)
                and (cast(:since as timestamptz) is null or recorded_at >= cast(:since as timestamptz))
                and (cast(:afterDay as date) is null
                    or (completed_on, id) > (cast(:afterDay as date), cast(:afterId as uuid)))
            order by completed_on, id
            limit :limit
            """;

    private static final int CURSOR_PARTS = 2;

    static CompletionFilter read(Fields query, Poster caller) {
        return new CompletionFilter(
                caller.provider() == null ? null : caller.key(),
                query.text("diplomate", 100),
                query.text("activity", 100),
                query.text("provider", 100),
                query.date("from"),
                query.date("to"),
                query.oneOf("status", Completion.Status.class),
                query.text("externalId", 100),
                roster(query),
                query.instant("recordedSince"));
    }

    private static @Nullable UUID roster(Fields query) {
        String text = query.text("roster", 100);
        UUID id = text == null ? null : Ids.find(text).orElse(null);
        if (text != null && id == null) {
            query.violation("roster", "roster.format", "The id of a roster is expected.");
        }
        return id;
    }

    String sql() {
        return LIST.formatted(roster == null ? ALL : OF_ROSTER);
    }

    /// Reads the page that is asked for; a cursor that this list did not give out is reported.
    static PageRequest page(Fields query) {
        return PageRequest.read(query, CURSOR_PARTS, CompletionFilter::isOurs);
    }

    static Cursor cursor(Completion last) {
        return Cursor.of(last.content().completedOn().toString(), last.id().toString());
    }

    private static boolean isOurs(Cursor cursor) {
        return Days.date(cursor.part(0)) != null && Ids.find(cursor.part(1)).isPresent();
    }

    Map<String, @Nullable Object> parameters() {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("poster", postedBy);
        parameters.put("diplomate", diplomate);
        parameters.put("activity", activity);
        parameters.put("provider", provider);
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.put("status", status == null ? null : status.name());
        parameters.put("externalId", externalId);
        if (roster != null) {
            parameters.put("roster", roster.toString());
        }
        parameters.put(
                "since", recordedSince == null ? null : recordedSince.atOffset(ZoneOffset.UTC));
        return parameters;
    }
}
