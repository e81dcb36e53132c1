package cme.compliance.merge;

import cme.compliance.merge.TakeoverWriter.Offered;
import cme.compliance.record.CycleSequence;
import cme.compliance.record.CycleSequence.Place;
import cme.compliance.record.DiplomateRecord;
import cme.compliance.record.DiplomateRecord.PathwayRecord;
import cme.compliance.record.DueYears;
import cme.compliance.record.RecordWords;
import cme.compliance.record.Recording;
import cme.compliance.record.Records;
import cme.compliance.record.Revision.Recorded;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.Decision;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Finding;
import cme.compliance.rules.Tracer;
import cme.compliance.ruleset.RuleSets;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Has the diplomate who remains after a merge take over cycle, tracers, pathways and decisions of
/// the merged number, as revisions of its own, where it has none. The record of the merged number
/// stays as it is. When the merge is withdrawn, what was taken over is taken back.
@Singleton
class RecordTakeover {

    private static final Comparator<DiplomateId> BY_NUMBER =
            Comparator.comparing(DiplomateId::value);

    private static final Comparator<Place> ORIGINAL_FIRST =
            Comparator.comparing(Place::original)
                    .reversed()
                    .thenComparing(place -> place.revision().number());

    private final Records records;
    private final Recording recording;
    private final RuleSets ruleSets;
    private final MergeContradictions contradictions;

    RecordTakeover(
            Records records,
            Recording recording,
            RuleSets ruleSets,
            MergeContradictions contradictions) {
        this.records = records;
        this.recording = recording;
        this.ruleSets = ruleSets;
        this.contradictions = contradictions;
    }

    /// @param before the numbers into which some were merged
    /// @param after the same after the change
    void follow(
            Handle transaction,
            Map<DiplomateId, DiplomateId> before,
            Map<DiplomateId, DiplomateId> after) {
        Set<DiplomateId> numbers = new HashSet<>(before.keySet());
        numbers.addAll(after.keySet());
        for (DiplomateId number : numbers.stream().sorted(BY_NUMBER).toList()) {
            DiplomateId from = before.get(number);
            DiplomateId to = after.get(number);
            if (Objects.equals(from, to)) {
                continue;
            }
            if (from != null) {
                giveBack(transaction, number, from);
            }
            if (to != null) {
                takeOver(transaction, number, to);
            }
        }
    }

    private void takeOver(Handle transaction, DiplomateId merged, DiplomateId into) {
        Map<DiplomateId, DiplomateRecord> both = records.of(transaction, List.of(merged, into));
        DiplomateRecord theirs = both.get(merged);
        DiplomateRecord own = both.get(into);
        TakeoverWriter writer = writer(transaction, into, merged, own);
        CycleSequence from = cycles(theirs);
        CycleSequence to = takeOverCycles(writer, from, own);
        writer.takeOver(
                RecordKind.TRACER, tracers(theirs, from, to), own.tracerHistory(), RecordWords::of);
        writer.takeOver(
                RecordKind.DECISION,
                decisions(theirs, from, to),
                own.decisionHistory(),
                RecordWords::of);
        writer.takeOver(
                RecordKind.PATHWAY,
                pathways(theirs, own),
                own.pathwayHistory(),
                pathway -> RecordWords.of(pathway.span()));
    }

    /// The survivor keeps its own cycles, and takes over those of other years. The original cycle
    /// comes first, so that it is the original one also of a survivor who had none.
    ///
    /// @return the cycles that the survivor has now
    private CycleSequence takeOverCycles(
            TakeoverWriter writer, CycleSequence from, DiplomateRecord own) {
        DiplomateId survivor = writer.survivor();
        CycleSequence to = cycles(own);
        int next = own.cycleHistory().next(survivor);
        List<Place> contradicting = new ArrayList<>();
        for (Place place : from.places().stream().sorted(ORIGINAL_FIRST).toList()) {
            Recorded<DiplomateId, Cycle> their = place.revision();
            if (TakeoverWriter.isTakenOver(their)) {
                continue;
            }
            if (to.sharingYears(place).isEmpty()) {
                writer.copy(RecordKind.CYCLE, their, survivor, next);
                Cycle cycle = their.value();
                to =
                        to.with(
                                new Recorded<>(survivor, next, cycle, cycle.recordedAt(), ""),
                                place.rules());
                next++;
            } else {
                contradicting.add(place);
            }
        }
        for (Place place : contradicting) {
            String mine =
                    to.sharingYears(place).stream()
                            .map(same -> RecordWords.of(same.cycle()))
                            .collect(Collectors.joining("; "));
            String theirs = RecordWords.of(place.cycle());
            if (!mine.equals(theirs)) {
                String years = place.startYear() + "-" + place.endYear();
                writer.contradicts(RecordKind.CYCLE, years, mine, theirs, next - 1);
            }
        }
        return to;
    }

    private static List<Offered<Integer, Tracer.Chosen>> tracers(
            DiplomateRecord theirs, CycleSequence from, CycleSequence to) {
        return theirs.tracerHistory().inForce(Comparator.naturalOrder()).stream()
                .map(
                        tracer -> {
                            int dueYear = named(tracer.subject(), from, to);
                            boolean fits = to.places().isEmpty() || DueYears.hasTracer(to, dueYear);
                            return new Offered<>(tracer, dueYear, fits);
                        })
                .toList();
    }

    private static List<Offered<Finding.Key, Decision>> decisions(
            DiplomateRecord theirs, CycleSequence from, CycleSequence to) {
        return theirs.decisionHistory().inForce(DiplomateRecord.BY_DUE_YEAR).stream()
                .map(
                        decision -> {
                            Finding.Key key = decision.subject();
                            int dueYear = named(key.dueYear(), from, to);
                            boolean fits =
                                    to.places().isEmpty()
                                            || DueYears.fits(
                                                    to, decision.value().inDueYear(dueYear));
                            return new Offered<>(
                                    decision, new Finding.Key(key.requirement(), dueYear), fits);
                        })
                .toList();
    }

    /// How the record of the survivor names a due year, which is that of the same calendar year.
    private static int named(int dueYear, CycleSequence from, CycleSequence to) {
        Optional<Place> place = from.ofRecorded(dueYear);
        if (place.isEmpty() || to.places().isEmpty()) {
            return dueYear;
        }
        int year = place.get().cycle().calendarYear(place.get().dueYearOf(dueYear).orElseThrow());
        return to.ofYear(year).map(p -> p.recordedAs(year - p.startYear() + 1)).orElse(year);
    }

    /// A span that overlaps another one of the survivor contradicts it, unless both say the same.
    private static List<Offered<LocalDate, PathwayRecord>> pathways(
            DiplomateRecord theirs, DiplomateRecord own) {
        List<Recorded<LocalDate, PathwayRecord>> spans =
                own.pathwayHistory().inForce(Comparator.naturalOrder());
        return theirs.pathwayHistory().inForce(Comparator.naturalOrder()).stream()
                .map(
                        their ->
                                new Offered<>(
                                        their,
                                        their.subject(),
                                        spans.stream()
                                                .noneMatch(
                                                        mine ->
                                                                overlap(
                                                                        mine.value(),
                                                                        their.value()))))
                .toList();
    }

    private static boolean overlap(PathwayRecord one, PathwayRecord other) {
        LocalDate oneUntil = one.span().until();
        LocalDate otherUntil = other.span().until();
        return (oneUntil == null || !oneUntil.isBefore(other.span().from()))
                && (otherUntil == null || !otherUntil.isBefore(one.span().from()));
    }

    private void giveBack(Handle transaction, DiplomateId merged, DiplomateId from) {
        DiplomateRecord own = record(transaction, from);
        TakeoverWriter writer = writer(transaction, from, merged, own);
        writer.takeBack(RecordKind.DECISION, own.decisionHistory());
        writer.takeBack(RecordKind.PATHWAY, own.pathwayHistory());
        writer.takeBack(RecordKind.TRACER, own.tracerHistory());
        takeBackCycles(writer, record(transaction, from));
        writer.settleContradictions();
    }

    /// A cycle in which the board has recorded a tracer or a decision since the merge stays beside
    /// others, because these would belong to nothing without it.
    private void takeBackCycles(TakeoverWriter writer, DiplomateRecord own) {
        CycleSequence left = cycles(own);
        int next = own.cycleHistory().next(writer.survivor());
        for (Place place : left.places()) {
            if (!writer.isTakenOverHere(place.revision())) {
                continue;
            }
            CycleSequence without = left.without(place.cycle());
            if (without.places().isEmpty()
                    || own.withoutPlace(without).equals(own.withoutPlace(left))) {
                writer.takeBack(RecordKind.CYCLE, place.revision(), next++);
                left = without;
            }
        }
    }

    private DiplomateRecord record(Handle transaction, DiplomateId diplomate) {
        return records.of(transaction, List.of(diplomate)).get(diplomate);
    }

    private CycleSequence cycles(DiplomateRecord record) {
        return record.cyclesKnownAt(Instant.MAX, ruleSets::rules);
    }

    private TakeoverWriter writer(
            Handle transaction, DiplomateId survivor, DiplomateId merged, DiplomateRecord own) {
        Instant first = recording.next(transaction, survivor, own);
        return new TakeoverWriter(transaction, contradictions, survivor, merged, first);
    }
}
