package cme.credit.completion;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import cme.chassis.database.Columns;
import cme.credit.access.Poster;
import cme.credit.completion.Completion.Content;
import cme.credit.completion.Overruled.Day;
import cme.credit.completion.Overruled.Posting;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// Keeps what posters said and the board decided otherwise, so that it is not recorded when it is
/// said again under another name (domain, section 4, "The board's word stands").
@Singleton
public final class OverruledPostings {
    private static final String INSERT =
            """
            insert into overruled_posting (source, revision, number, poster, external_id, completed_on, activity, title,
                session)
            select * from unnest(
                :sources::uuid[], :revisions::int[], :numbers::text[], :posters::text[], :externalIds::text[],
                :days::date[], :activities::text[], :titles::text[], :sessions::text[])
            on conflict do nothing
            """;

    /// A row is known by each number that it named.
    private static final String ADD_HELD_ROWS =
            """
            insert into overruled_posting (source, revision, number, poster, external_id, completed_on, activity, title,
                session)
            select h.id, 0, n.number, h.poster, h.external_id, (h.posted ->> 'completedOn')::date,
                h.posted ->> 'activity', h.posted ->> 'title', h.posted ->> 'session'
            from held_row h cross join lateral (select h.diplomate_id as number union select h.npi) as n
            where h.id = any(:ids::uuid[]) and h.posted is not null and h.poster <> 'BOARD' and n.number is not null
            on conflict do nothing
            """;

    private static final String ANY =
            """
            select exists (
                select 1 from unnest(:posters::text[], :days::date[]) as n (poster, day)
                    join overruled_posting o on o.poster = n.poster and o.completed_on = n.day)
            """;

    /// A posting that stands again, because the board has taken its word back, is left out.
    private static final String FIND =
            """
            select n.poster, n.diplomate, n.day, o.external_id, o.activity, o.title, o.session
            from unnest(:posters::text[], :diplomates::text[], :days::date[]) as n (poster, diplomate, day)
                cross join lateral (
                    select n.diplomate as number
                    union
                    select diplomate_id from identity where merged_into = n.diplomate
                    union
                    select npi from identity
                    where (diplomate_id = n.diplomate or merged_into = n.diplomate) and npi is not null) as p
                join overruled_posting o on o.poster = n.poster and o.completed_on = n.day and o.number = p.number
                left join held_row h on h.id = o.source
                left join completion c on c.id = coalesce(h.completion, o.source)
            where c.id is null
                or c.board_decided and not (
                    c.status = 'RECORDED' and c.diplomate_id = n.diplomate and c.completed_on = o.completed_on
                    and (c.activity, c.title, c.session) is not distinct from (o.activity, o.title, o.session))
            order by o.source
            """;

    /// A posting, as it is kept.
    ///
    /// @param source the completion or the held row
    /// @param revision of the completion; 0 of a held row
    /// @param number of the diplomate, the board's or the NPI
    public record Entry(
            UUID source,
            int revision,
            String number,
            Poster poster,
            String externalId,
            Content content) {}

    public void add(Handle transaction, List<Entry> entries) {
        List<Entry> ofOthers =
                entries.stream().filter(entry -> !entry.poster().equals(Poster.BOARD)).toList();
        if (ofOthers.isEmpty()) {
            return;
        }
        List<Content> contents = ofOthers.stream().map(Entry::content).toList();
        transaction
                .createUpdate(INSERT)
                .bind("sources", Columns.of(ofOthers, Entry::source))
                .bind("revisions", Columns.of(ofOthers, Entry::revision))
                .bind("numbers", Columns.of(ofOthers, Entry::number))
                .bind("posters", Columns.of(ofOthers, entry -> entry.poster().key()))
                .bind("externalIds", Columns.of(ofOthers, Entry::externalId))
                .bind("days", Columns.of(contents, Content::completedOn))
                .bind("activities", Columns.of(contents, Content::activity))
                .bind("titles", Columns.of(contents, Content::title))
                .bind("sessions", Columns.of(contents, Content::session))
                .execute();
    }

    /// Adds held rows that the board discards, or gives to a diplomate whom they may not have
    /// named.
    public static void addHeldRows(Handle transaction, List<UUID> heldRows) {
        transaction
                .createUpdate(ADD_HELD_ROWS)
                .bind("ids", Columns.of(heldRows, id -> id))
                .execute();
    }

    /// Reads what was overruled on the days, in at most two statements. Nearly always there is
    /// nothing, which one statement finds out without knowing the diplomates.
    ///
    /// @param contents posted by the poster
    /// @param days those of the diplomates, found only when they are needed
    public Overruled of(
            Handle handle,
            Poster poster,
            Collection<Content> contents,
            Supplier<? extends Collection<Day>> days) {
        if (contents.isEmpty() || poster.equals(Poster.BOARD)) {
            return Overruled.NONE;
        }
        List<LocalDate> dates = contents.stream().map(Content::completedOn).distinct().toList();
        return isAny(handle, poster, dates)
                ? find(handle, List.copyOf(days.get()))
                : Overruled.NONE;
    }

    private static boolean isAny(Handle handle, Poster poster, List<LocalDate> dates) {
        return handle.createQuery(ANY)
                .bind("posters", Columns.of(dates, _ -> poster.key()))
                .bind("days", Columns.of(dates, date -> date))
                .mapTo(Boolean.class)
                .one();
    }

    private static Overruled find(Handle handle, List<Day> days) {
        if (days.isEmpty()) {
            return Overruled.NONE;
        }
        Map<Day, List<Posting>> found =
                handle
                        .createQuery(FIND)
                        .bind("posters", Columns.of(days, day -> day.poster().key()))
                        .bind("diplomates", Columns.of(days, Day::diplomateId))
                        .bind("days", Columns.of(days, Day::completedOn))
                        .map((row, _) -> Map.entry(day(row), posting(row)))
                        .list()
                        .stream()
                        .collect(
                                groupingBy(
                                        Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return new Overruled(found);
    }

    private static Day day(ResultSet row) throws SQLException {
        return new Day(
                Poster.ofKey(row.getString("poster")),
                row.getString("diplomate"),
                Objects.requireNonNull(row.getObject("day", LocalDate.class)));
    }

    private static Posting posting(ResultSet row) throws SQLException {
        return new Posting(
                row.getString("external_id"),
                Attendance.of(
                        row.getString("activity"),
                        row.getString("title"),
                        row.getString("session")));
    }
}
