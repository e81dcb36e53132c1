package cme.compliance.record;

import cme.compliance.rules.Cycle;
import cme.compliance.rules.Decision;
import cme.compliance.rules.PathwaySpan;
import cme.compliance.rules.RequirementId;
import cme.compliance.rules.Tracer;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

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

    public List<PathwaySpan> pathways() {
        return pathways.stream().map(PathwayRevision::span).toList();
    }

    public List<Decision> decisions() {
        return decisions.stream().map(DecisionRevision::decision).toList();
    }

    /// When something was recorded last; the epoch when nothing was.
    public Instant latestRecordedAt() {
        return Stream.of(
                        cycles.stream().map(c -> c.cycle().recordedAt()),
                        tracers.stream().map(t -> t.tracer().recordedAt()),
                        pathways.stream().map(p -> p.span().recordedAt()),
                        decisions.stream().map(d -> d.decision().recordedAt()))
                .flatMap(Function.identity())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    @Nullable CycleRevision cycle() {
        return cycles.isEmpty() ? null : cycles.getLast();
    }

    /// The last word on each due year, also when it takes the tracer back.
    Map<Integer, TracerRevision> tracersByDueYear() {
        return lastOf(tracers, t -> t.tracer().dueYear());
    }

    List<TracerRevision> tracersInForce() {
        return tracersByDueYear().values().stream()
                .filter(t -> Objects.nonNull(t.chosen()))
                .sorted((a, b) -> Integer.compare(a.tracer().dueYear(), b.tracer().dueYear()))
                .toList();
    }

    Map<LocalDate, PathwayRevision> pathwaysInForce() {
        return lastOf(pathways, p -> p.span().from());
    }

    /// What a decision is about.
    record Matter(RequirementId requirement, int dueYear) {}

    Map<Matter, DecisionRevision> decisionsInForce() {
        return lastOf(
                decisions, d -> new Matter(d.decision().requirement(), d.decision().dueYear()));
    }

    private static <K, R> Map<K, R> lastOf(List<R> revisions, Function<R, K> subject) {
        var last = new LinkedHashMap<K, R>();
        revisions.forEach(revision -> last.put(subject.apply(revision), revision));
        return last;
    }
}
