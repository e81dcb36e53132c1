package cme.compliance.record;

import cme.compliance.rules.Cycle;
import cme.compliance.rules.Decision;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Finding;
import cme.compliance.rules.Pathway;
import cme.compliance.rules.Tracer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything that was ever recorded about one diplomate.
///
/// @param tracerHistory by due year
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

    /// The cycles for an assessment as known at an instant; none while the cycle was taken back.
    /// The first one counts as always known: the board enters it after the fact, and without it
    /// there is no answer at all for the time before.
    public List<Cycle> cycles(Instant knownAt) {
        boolean takenBack =
                cycleHistory.revisions().stream()
                                .filter(revision -> !revision.recordedAt().isAfter(knownAt))
                                .reduce((_, last) -> last)
                                .orElse(null)
                        instanceof Revision.TakenBack<DiplomateId, Cycle>;
        return takenBack
                ? List.of()
                : cycleHistory.revisions().stream().flatMap(DiplomateRecord::cycle).toList();
    }

    private static Stream<Cycle> cycle(Revision<DiplomateId, Cycle> revision) {
        return switch (revision) {
            case Revision.Recorded<DiplomateId, Cycle> first when first.number() == 1 ->
                    Stream.of(alwaysKnown(first.value()));
            case Revision.Recorded<DiplomateId, Cycle> later -> Stream.of(later.value());
            case Revision.TakenBack<DiplomateId, Cycle> _ -> Stream.empty();
        };
    }

    private static Cycle alwaysKnown(Cycle cycle) {
        return new Cycle(cycle.ruleSet(), cycle.startYear(), cycle.certifiedOn(), Instant.EPOCH);
    }

    public List<Tracer> tracers() {
        return tracerHistory.revisions().stream().map(DiplomateRecord::tracer).toList();
    }

    private static Tracer tracer(Revision<Integer, Tracer.Chosen> revision) {
        return switch (revision) {
            case Revision.Recorded<Integer, Tracer.Chosen> recorded -> recorded.value();
            case Revision.TakenBack<Integer, Tracer.Chosen> removed ->
                    new Tracer.Removed(removed.subject(), removed.recordedAt());
        };
    }

    /// The spans in force at an instant.
    public List<Pathway.Span> pathways(Instant knownAt) {
        return pathwayHistory.knownAt(knownAt).stream().map(PathwayRecord::span).toList();
    }

    /// The decisions in force at an instant.
    public List<Decision> decisions(Instant knownAt) {
        return decisionHistory.knownAt(knownAt);
    }

    /// The cycle in force.
    public Optional<Cycle> cycle() {
        return cycles(Instant.MAX).stream().reduce((_, last) -> last);
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
