package cme.compliance.record;

import cme.compliance.rules.Cycle;
import cme.compliance.rules.Decision;
import cme.compliance.rules.Finding;
import cme.compliance.rules.Pathway;
import cme.compliance.rules.Tracer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything that was ever recorded about one diplomate, each list in the order of its revisions.
public final class DiplomateRecord {

    static final DiplomateRecord EMPTY =
            new DiplomateRecord(List.of(), List.of(), List.of(), List.of());

    private final List<CycleRevision> cycles;
    private final List<TracerRevision> tracers;
    private final List<PathwayRevision> pathways;
    private final List<DecisionRevision> decisions;

    DiplomateRecord(
            List<CycleRevision> cycles,
            List<TracerRevision> tracers,
            List<PathwayRevision> pathways,
            List<DecisionRevision> decisions) {
        this.cycles = List.copyOf(cycles);
        this.tracers = List.copyOf(tracers);
        this.pathways = List.copyOf(pathways);
        this.decisions = List.copyOf(decisions);
    }

    /// For the assessment. The first cycle is taken as known from ever: it states what held before
    /// it was entered here, and without it there is no answer at all for the time before.
    public List<Cycle> cycles() {
        return cycles.stream()
                .map(
                        c ->
                                c.revision() == 1
                                        ? new Cycle(
                                                c.cycle().ruleSet(),
                                                c.cycle().startYear(),
                                                c.cycle().certifiedOn(),
                                                Instant.EPOCH)
                                        : c.cycle())
                .toList();
    }

    public List<Tracer> tracers() {
        return tracers.stream().map(TracerRevision::tracer).toList();
    }

    /// The spans in force at an instant; what was taken back by then is not among them.
    public List<Pathway.Span> pathways(Instant knownAt) {
        return lastOf(pathways, PathwayRevision::from, p -> !p.recordedAt().isAfter(knownAt))
                .values()
                .stream()
                .flatMap(p -> Stream.ofNullable(p.span()))
                .toList();
    }

    /// The decisions in force at an instant; what was taken back by then is not among them.
    public List<Decision> decisions(Instant knownAt) {
        return lastOf(decisions, DecisionRevision::matter, d -> !d.recordedAt().isAfter(knownAt))
                .values()
                .stream()
                .flatMap(d -> Stream.ofNullable(d.decision()))
                .toList();
    }

    /// When something was recorded last; the epoch when nothing was.
    public Instant latestRecordedAt() {
        return Stream.of(
                        cycles.stream().map(c -> c.cycle().recordedAt()),
                        tracers.stream().map(t -> t.tracer().recordedAt()),
                        pathways.stream().map(PathwayRevision::recordedAt),
                        decisions.stream().map(DecisionRevision::recordedAt))
                .flatMap(Function.identity())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    public @Nullable CycleRevision cycle() {
        return cycles.isEmpty() ? null : cycles.getLast();
    }

    /// The last word on each due year, also when it takes the tracer back.
    public Map<Integer, TracerRevision> tracersByDueYear() {
        return lastOf(tracers, t -> t.tracer().dueYear(), _ -> true);
    }

    public List<TracerRevision> tracersInForce() {
        return tracersByDueYear().values().stream()
                .filter(t -> Objects.nonNull(t.chosen()))
                .sorted(Comparator.comparingInt(t -> t.tracer().dueYear()))
                .toList();
    }

    /// The last word on each first day, also when it takes the span back.
    public Map<LocalDate, PathwayRevision> pathwaysByFrom() {
        return lastOf(pathways, PathwayRevision::from, _ -> true);
    }

    public List<PathwayRevision> pathwaysInForce() {
        return pathwaysByFrom().values().stream()
                .filter(p -> Objects.nonNull(p.span()))
                .sorted(Comparator.comparing(PathwayRevision::from))
                .toList();
    }

    /// The last word on each matter, also when it takes the decision back.
    public Map<Finding.Key, DecisionRevision> decisionsByMatter() {
        return lastOf(decisions, DecisionRevision::matter, _ -> true);
    }

    public List<DecisionRevision> decisionsInForce() {
        return decisionsByMatter().values().stream()
                .filter(d -> Objects.nonNull(d.decision()))
                .sorted(
                        Comparator.<DecisionRevision>comparingInt(d -> d.matter().dueYear())
                                .thenComparing(d -> d.matter().requirement()))
                .toList();
    }

    private static <K, R> Map<K, R> lastOf(
            List<R> revisions, Function<R, K> subject, Predicate<R> known) {
        var last = new LinkedHashMap<K, R>();
        revisions.stream()
                .filter(known)
                .forEach(revision -> last.put(subject.apply(revision), revision));
        return last;
    }
}
