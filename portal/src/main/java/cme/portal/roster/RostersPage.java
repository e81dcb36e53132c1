package cme.portal.roster;

import cme.portal.credit.Roster;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.picture.StackedBar;
import cme.portal.services.Paged;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rosters of a society, or of all for the board; the newest first.
///
/// @param found how many are listed, said aloud
/// @param next the address of the next page; null on the last
/// @param filters what the form shows again
public record RostersPage(
        boolean forBoard,
        @Nullable String done,
        String found,
        boolean isEmptyForGood,
        List<Row> rows,
        Filters filters,
        @Nullable String first,
        @Nullable String next) {

    /// @param words what became of the rows
    /// @param mend what is left to do, or null
    public record Row(
            String id,
            String name,
            @Nullable String provider,
            String posted,
            String rows,
            StackedBar bar,
            String words,
            @Nullable Look look,
            @Nullable String state) {}

    public record Filters(String externalId, String provider, String from, String to) {}

    static RostersPage of(
            RostersFilter filter,
            Paged<Roster> list,
            boolean forBoard,
            @Nullable String done,
            Formats formats) {
        return new RostersPage(
                forBoard,
                "removed".equals(done) ? "The file was put away. Nothing was posted." : null,
                list.items().isEmpty()
                        ? "No roster fits."
                        : formats.count(list.items().size(), "roster", "rosters")
                                + (list.nextCursor() == null ? "" : ", and more"),
                list.items().isEmpty() && !filter.isAny() && filter.cursor() == null,
                list.items().stream().map(one -> row(one, forBoard, formats)).toList(),
                new Filters(
                        Objects.requireNonNullElse(filter.externalId(), ""),
                        Objects.requireNonNullElse(filter.provider(), ""),
                        Objects.requireNonNullElse(filter.from, ""),
                        Objects.requireNonNullElse(filter.to, "")),
                filter.cursor() == null ? null : filter.address().toString(),
                Optional.ofNullable(list.nextCursor())
                        .map(cursor -> filter.address().with("cursor", cursor).toString())
                        .orElse(null));
    }

    private static Row row(Roster roster, boolean forBoard, Formats formats) {
        Outcomes outcomes = Outcomes.of(roster);
        Look look = null;
        String state = null;
        if (outcomes.isWithdrawn()) {
            look = Look.UPCOMING;
            state = "Withdrawn";
        } else if (roster.rejected() > 0) {
            look = Look.NOT_MET;
            state = formats.count(roster.rejected()) + " to mend";
        } else if (roster.conflict() > 0) {
            look = Look.LATE;
            state = formats.count(roster.conflict(), "differs", "differ");
        } else if (roster.held() > 0) {
            look = Look.DECISION_NEEDED;
            state = formats.count(roster.held(), "waits", "wait");
        }
        return new Row(
                roster.id(),
                roster.externalId(),
                forBoard ? Objects.requireNonNullElse(roster.provider(), "The board") : null,
                formats.instant(roster.receivedAt()),
                formats.count(roster.rows()),
                outcomes.bar(formats, null, null),
                outcomes.words(formats),
                look,
                state);
    }
}
