package cme.compliance.record;

import cme.chassis.problem.InvalidRequest;
import cme.compliance.record.Revision.Recorded;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The cycles of a diplomate, which follow one another. A recorded cycle replaces those with which
/// it shares a year; the others stay.
///
/// A day belongs to the last cycle that has begun by then, or to the first one (decision 15).
///
/// @param places by their years
public record CycleSequence(List<Place> places) {

    /// A due year from this number on is a calendar year.
    private static final int FIRST_CALENDAR_YEAR = 1_000;

    private static final CycleSequence EMPTY = new CycleSequence(List.of());

    public CycleSequence {
        places = List.copyOf(places);
    }

    /// One cycle of a sequence, with its rules.
    ///
    /// @param original whether the record began with it, or with one that it has replaced, or it
    ///   was recorded after that one had been taken back. The record names the due years of this
    ///   cycle by their number, such as 3, and those of others by their calendar year, such as 2033
    public record Place(Recorded<DiplomateId, Cycle> revision, RuleSet rules, boolean original) {

        public Cycle cycle() {
            return revision.value();
        }

        public int startYear() {
            return cycle().startYear();
        }

        public int endYear() {
            return cycle().calendarYear(rules.cycleYears());
        }

        /// Whether a calendar year is one of the cycle.
        public boolean has(int year) {
            return startYear() <= year && year <= endYear();
        }

        /// How the record names a due year of this cycle.
        public int recordedAs(int dueYear) {
            return original ? dueYear : cycle().calendarYear(dueYear);
        }

        /// The due year of this cycle that the record names so; empty when it is one of another.
        public OptionalInt dueYearOf(int recorded) {
            if (recorded < FIRST_CALENDAR_YEAR) {
                return original ? OptionalInt.of(recorded) : OptionalInt.empty();
            }
            return has(recorded) ? OptionalInt.of(recorded - startYear() + 1) : OptionalInt.empty();
        }
    }

    /// @param rules gives the rule set of each cycle
    static CycleSequence of(
            History<DiplomateId, Cycle> history,
            Instant knownAt,
            Function<RuleSet.Id, RuleSet> rules) {
        CycleSequence sequence = EMPTY;
        for (Revision<DiplomateId, Cycle> revision : history.revisions()) {
            if (isKnown(revision, knownAt)) {
                sequence =
                        switch (revision) {
                            case Recorded<DiplomateId, Cycle> cycle ->
                                    sequence.with(cycle, rules.apply(cycle.value().ruleSet()));
                            case Revision.TakenBack<DiplomateId, Cycle> taken ->
                                    sequence.without(Objects.requireNonNull(taken.value()));
                        };
            }
        }
        return sequence;
    }

    /// The first cycle counts as always known: the board enters it after the fact, and without it
    /// there is no answer at all for the time before.
    static boolean isKnown(Revision<DiplomateId, Cycle> revision, Instant knownAt) {
        return revision.number() == 1 || !revision.recordedAt().isAfter(knownAt);
    }

    /// The sequence after one more cycle was recorded.
    public CycleSequence with(Recorded<DiplomateId, Cycle> revision, RuleSet rules) {
        Place alone = new Place(revision, rules, true);
        List<Place> all = new ArrayList<>(places);
        all.removeAll(sharingYears(alone));
        all.add(new Place(revision, rules, all.stream().noneMatch(Place::original)));
        all.sort(Comparator.comparingInt(Place::startYear));
        return new CycleSequence(all);
    }

    /// The cycles with which one shares a year.
    public List<Place> sharingYears(Place other) {
        return places.stream()
                .filter(p -> p.startYear() <= other.endYear() && other.startYear() <= p.endYear())
                .toList();
    }

    /// The sequence after a cycle was taken back; those that it had replaced do not come back.
    public CycleSequence without(Cycle cycle) {
        return new CycleSequence(
                places.stream().filter(p -> p.startYear() != cycle.startYear()).toList());
    }

    /// The cycle that was recorded last; empty when there is none at all.
    public Optional<Place> recordedLast() {
        return places.stream().max(Comparator.comparingInt(p -> p.revision().number()));
    }

    /// The cycle to which a day belongs; empty when there is none at all.
    public Optional<Place> on(LocalDate day) {
        Place found = null;
        for (Place place : places) {
            if (found == null || place.startYear() <= day.getYear()) {
                found = place;
            }
        }
        return Optional.ofNullable(found);
    }

    /// The day at an instant, in the zone of the rule set of the cycle to which it belongs. A cycle
    /// ends when its last day does in its zone, and the next one begins then, even if it is still
    /// the day before in the zone of that one. Empty when there is no cycle.
    public Optional<LocalDate> dayAt(Instant instant) {
        LocalDate day = null;
        for (Place place : places) {
            LocalDate begins = place.cycle().begins();
            if (day != null && day.isBefore(begins)) {
                break;
            }
            LocalDate own = place.rules().dayAt(instant);
            day = day == null || own.isAfter(begins) ? own : begins;
        }
        return Optional.ofNullable(day);
    }

    /// The cycle that has a calendar year.
    public Optional<Place> ofYear(int year) {
        return places.stream().filter(place -> place.has(year)).findFirst();
    }

    /// The cycle to which something belongs that is recorded under a due year.
    public Optional<Place> ofRecorded(int dueYear) {
        return places.stream().filter(p -> p.dueYearOf(dueYear).isPresent()).findFirst();
    }

    /// How the record names a due year: one of the cycle of today, or a calendar year of any cycle.
    ///
    /// @throws InvalidRequest when the cycle of today has no such year
    public int recordedAs(int dueYear, Instant now) {
        if (dueYear < FIRST_CALENDAR_YEAR) {
            return dayAt(now).flatMap(this::on).map(p -> yearOf(p, dueYear)).orElse(dueYear);
        }
        return ofYear(dueYear)
                .map(place -> place.recordedAs(dueYear - place.startYear() + 1))
                .orElse(dueYear);
    }

    private static int yearOf(Place place, int dueYear) {
        if (!place.original() && dueYear > place.rules().cycleYears()) {
            throw new InvalidRequest(
                    "/dueYear",
                    "due-year.unknown",
                    "The cycle %d-%d has no year %d. Send the calendar year for another cycle."
                            .formatted(place.startYear(), place.endYear(), dueYear));
        }
        return place.recordedAs(dueYear);
    }

    public Optional<Place> before(Place place) {
        int at = places.indexOf(place);
        return at == 0 ? Optional.empty() : Optional.of(places.get(at - 1));
    }

    /// The first day of the next cycle; null for the last one.
    public @Nullable LocalDate nextBegins(Place place) {
        int next = places.indexOf(place) + 1;
        return next == places.size() ? null : places.get(next).cycle().begins();
    }
}
