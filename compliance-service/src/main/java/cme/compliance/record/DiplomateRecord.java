package cme.compliance.record;

import cme.compliance.record.CycleSequence.Place;
import cme.compliance.record.Revision.Recorded;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.Decision;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Finding;
import cme.compliance.rules.Pathway;
import cme.compliance.rules.RuleSet;
import cme.compliance.rules.Tracer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything that was ever recorded about one diplomate.
///
/// @param tracerHistory by due year, as [CycleSequence] names it
/// @param pathwayHistory by first day
/// @param mergedInto the number into which this one is merged now
public record DiplomateRecord(
        History<DiplomateId, Cycle> cycleHistory,
        History<Integer, Tracer.Chosen> tracerHistory,
        History<LocalDate, PathwayRecord> pathwayHistory,
        History<Finding.Key, Decision> decisionHistory,
        Optional<DiplomateId> mergedInto) {

    /// The order of decisions in lists.
    public static final Comparator<Finding.Key> BY_DUE_YEAR =
            Comparator.comparingInt(Finding.Key::dueYear).thenComparing(Finding.Key::requirement);

    /// A pathway span and why the board recorded it.
    public record PathwayRecord(Pathway.Span span, @Nullable String reason) {}

    /// The cycles that were known at an instant.
    ///
    /// @param rules gives the rule set of each cycle
    public CycleSequence cyclesKnownAt(Instant knownAt, Function<RuleSet.Id, RuleSet> rules) {
        return CycleSequence.of(cycleHistory, knownAt, rules);
    }

    /// The rule sets of all cycles that were known at an instant.
    public List<RuleSet.Id> ruleSetsKnownAt(Instant knownAt) {
        return cycleHistory.revisions().stream()
                .filter(revision -> CycleSequence.isKnown(revision, knownAt))
                .mapMulti(
                        (Revision<DiplomateId, Cycle> revision, Consumer<RuleSet.Id> next) -> {
                            if (revision instanceof Recorded<DiplomateId, Cycle> cycle) {
                                next.accept(cycle.value().ruleSet());
                            }
                        })
                .toList();
    }

    /// The tracers of one cycle.
    public List<Tracer> tracers(Place place) {
        return tracerHistory.revisions().stream()
                .flatMap(
                        revision ->
                                place.dueYearOf(revision.subject()).stream()
                                        .mapToObj(year -> tracer(revision, year)))
                .toList();
    }

    private static Tracer tracer(Revision<Integer, Tracer.Chosen> revision, int dueYear) {
        return switch (revision) {
            case Recorded<Integer, Tracer.Chosen> recorded -> recorded.value().inDueYear(dueYear);
            case Revision.TakenBack<Integer, Tracer.Chosen> removed ->
                    new Tracer.Removed(dueYear, removed.recordedAt());
        };
    }

    /// The spans in force at an instant.
    public List<Pathway.Span> pathways(Instant knownAt) {
        return pathwayHistory.knownAt(knownAt).stream().map(PathwayRecord::span).toList();
    }

    /// The decisions about one cycle that were in force at an instant.
    public List<Decision> decisions(Place place, Instant knownAt) {
        return decisionHistory.knownAt(knownAt).stream()
                .flatMap(
                        decision ->
                                place.dueYearOf(decision.dueYear()).stream()
                                        .mapToObj(decision::inDueYear))
                .toList();
    }

    /// The tracers and decisions in force that belong to no due year of these cycles, in words.
    public List<String> withoutPlace(CycleSequence cycles) {
        Stream<String> tracers =
                tracerHistory.inForce(Comparator.naturalOrder()).stream()
                        .map(Recorded::subject)
                        .filter(dueYear -> !DueYears.hasTracer(cycles, dueYear))
                        .map(dueYear -> "the tracer of due year " + dueYear);
        Stream<String> decisions =
                decisionHistory.inForce(BY_DUE_YEAR).stream()
                        .map(Recorded::value)
                        .filter(decision -> !DueYears.fits(cycles, decision))
                        .map(
                                decision ->
                                        "the decision on %s in due year %d"
                                                .formatted(
                                                        decision.requirement(),
                                                        decision.dueYear()));
        return Stream.concat(tracers, decisions).toList();
    }

    /// The instant of the last change; the epoch when nothing is recorded.
    public Instant latestRecordedAt() {
        return Stream.of(cycleHistory, tracerHistory, pathwayHistory, decisionHistory)
                .flatMap(history -> history.revisions().stream())
                .map(Revision::recordedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }
}
