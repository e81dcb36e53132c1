package cme.credit.posting;

import cme.chassis.database.Columns;
import cme.credit.access.Poster;
import cme.credit.completion.Attendance;
import cme.credit.completion.Completion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Finds completions that count once with another one: the same diplomate completed the same
/// activity, or something of the same title, on the same day and not in different sessions (domain,
/// section 3).
///
/// Of completions of other posters nothing is told but that there is one of the same activity: only
/// its provider and the board can post that. Titles of others are not told of, as anybody could
/// guess them. At most the first 25 of a day are looked at.
final class Repetitions {
    private static final String FIND =
            """
            select c.id, c.diplomate_id, c.completed_on, c.activity, c.title, c.session,
                c.external_id, c.poster
            from unnest(:diplomates::text[], :days::date[]) as n (diplomate, day)
                cross join lateral (
                    select * from completion of_day
                    where of_day.diplomate_id = n.diplomate and of_day.completed_on = n.day
                    order by of_day.id limit 25) as c
            where c.status = 'RECORDED'
            """;

    /// Of one thing and session two others are enough: one of them is not the completion that is
    /// asked for.
    private static final int MAX_OF_SESSION = 2;

    private static final int MAX_OF_THING = 100;

    private final Poster poster;
    private final Map<Thing, List<Other>> own = new HashMap<>();
    private final Map<Thing, List<Other>> foreign = new HashMap<>();

    Repetitions(Poster poster) {
        this.poster = poster;
    }

    /// A diplomate, a day, and the activity or the folded title.
    private record Thing(String diplomateId, LocalDate completedOn, String what) {
        static Thing of(Completion completion) {
            return new Thing(
                    completion.diplomateId(),
                    completion.content().completedOn(),
                    Attendance.of(completion.content()).what());
        }
    }

    /// Another completion.
    ///
    /// @param row number of its row, if it came with the same request
    private record Other(UUID id, Attendance attendance, String externalId, int row) {}

    /// Learns what is recorded of the same diplomates on the same days.
    void read(Handle handle, Collection<Completion> completions) {
        List<Day> days = completions.stream().map(Day::of).distinct().toList();
        if (!days.isEmpty()) {
            handle.createQuery(FIND)
                    .bind("diplomates", Columns.of(days, Day::diplomateId))
                    .bind("days", Columns.of(days, Day::completedOn))
                    .map((row, _) -> learn(row))
                    .list();
        }
    }

    private record Day(String diplomateId, LocalDate completedOn) {
        static Day of(Completion completion) {
            return new Day(completion.diplomateId(), completion.content().completedOn());
        }
    }

    private Thing learn(ResultSet row) throws SQLException {
        Attendance attendance =
                Attendance.of(
                        row.getString("activity"),
                        row.getString("title"),
                        row.getString("session"));
        var thing =
                new Thing(
                        row.getString("diplomate_id"),
                        row.getObject("completed_on", LocalDate.class),
                        attendance.what());
        boolean isOwn = poster.key().equals(row.getString("poster"));
        if (isOwn || attendance.isOfActivity()) {
            add(
                    isOwn ? own : foreign,
                    thing,
                    new Other(
                            row.getObject("id", UUID.class),
                            attendance,
                            row.getString("external_id"),
                            KnownPosting.EARLIER));
        }
        return thing;
    }

    private static void add(Map<Thing, List<Other>> others, Thing thing, Other other) {
        List<Other> known = others.computeIfAbsent(thing, _ -> new ArrayList<>(MAX_OF_SESSION));
        boolean isKnown = known.stream().anyMatch(one -> one.id().equals(other.id()));
        if (known.size() < MAX_OF_THING && !isKnown && ofSession(known, other) < MAX_OF_SESSION) {
            known.add(other);
        }
    }

    private static long ofSession(List<Other> known, Other other) {
        return known.stream().filter(o -> o.attendance().equals(other.attendance())).count();
    }

    /// The notice on a completion that counts once with another one, if it does. The completion is
    /// remembered for those after it.
    List<Notice> of(Completion completion, int row) {
        Thing thing = Thing.of(completion);
        Other asked =
                new Other(
                        completion.id(),
                        Attendance.of(completion.content()),
                        completion.externalId(),
                        row);
        List<Notice> notices =
                overlapping(own, thing, asked)
                        .map(other -> Notice.countsOnce(other.externalId(), other.row()))
                        .or(() -> overlapping(foreign, thing, asked).map(_ -> Notice.countsOnce()))
                        .stream()
                        .toList();
        add(own, thing, asked);
        return notices;
    }

    private static Optional<Other> overlapping(
            Map<Thing, List<Other>> known, Thing thing, Other asked) {
        return known.getOrDefault(thing, List.of()).stream()
                .filter(
                        other ->
                                !other.id().equals(asked.id())
                                        && other.attendance().overlaps(asked.attendance()))
                .findFirst();
    }
}
