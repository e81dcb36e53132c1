package cme.credit.heldrow;

import cme.chassis.json.Fields;
import cme.credit.access.Poster;
import cme.credit.completion.BoardCalendar;
import cme.credit.matching.IdentityMatch.HoldReason;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Selects waiting rows.
///
/// @param poster the only one whose rows are selected; null for everybody's
/// @param provider the giver of what was completed
/// @param from the first day on which rows began to wait
/// @param to the last of these days
record HeldRowFilter(
        @Nullable Poster poster,
        @Nullable String provider,
        @Nullable UUID roster,
        @Nullable HoldReason reason,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /// The condition on a row, without its reason.
    static final String BUT_REASON =
            """
            state = 'WAITING'
                and (cast(:poster as text) is null or poster = :poster)
                and (cast(:provider as text) is null or posted ->> 'provider' = :provider)
                and (cast(:roster as uuid) is null or roster = :roster)
                and (cast(:from as timestamptz) is null or held_at >= :from)
                and (cast(:until as timestamptz) is null or held_at < :until)
            """;

    /// The reason as the caller is told it: the board, which filters by no poster, the true one.
    static final String REASON =
            "case when masked and cast(:poster as text) is not null then 'NO_MATCH' else reason end";

    private static final int MAX_CODE = 80;

    static HeldRowFilter read(Fields query, @Nullable Poster poster) {
        return new HeldRowFilter(
                poster,
                query.text("provider", MAX_CODE),
                query.id("roster", "a roster"),
                query.oneOf("reason", HoldReason.class),
                query.date("from"),
                query.date("to"));
    }

    /// The society whose rows are selected; null for those of all.
    @Nullable String society() {
        return poster == null ? provider : poster.provider();
    }

    boolean isBoard() {
        return poster == null;
    }

    Query bind(Query query) {
        return query.bind("poster", poster == null ? null : poster.key())
                .bind("provider", provider)
                .bind("roster", roster)
                .bind("from", start(from))
                .bind("until", to == null ? null : start(to.plusDays(1)));
    }

    private static @Nullable OffsetDateTime start(@Nullable LocalDate day) {
        return day == null ? null : BoardCalendar.startOf(day);
    }
}
