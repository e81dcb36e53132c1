package cme.compliance.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Everything ever recorded about one diplomate, with the catalog. Nothing is ever removed, so any
/// past answer can be given again.
///
/// The lists may come in any order and name the same thing twice; completions are kept by id, each
/// once with all its revisions. Tracers and decisions are those of one cycle.
public record Facts(
        DiplomateId diplomate,
        List<Cycle> cycles,
        List<Pathway.Span> pathways,
        List<Tracer> tracers,
        List<Decision> decisions,
        List<Completion> completions,
        Catalog catalog,
        Succession succession) {

    private static final Comparator<Cycle> LATEST_LAST =
            Comparator.comparing(Cycle::recordedAt)
                    .thenComparing(Cycle::startYear)
                    .thenComparing(Cycle::ruleSet)
                    .thenComparing(Cycle::certifiedOn);

    public Facts {
        cycles = List.copyOf(cycles);
        pathways = List.copyOf(pathways);
        tracers = List.copyOf(tracers);
        decisions = List.copyOf(decisions);
        completions = eachOnce(completions);
    }

    /// The facts about the only cycle of a diplomate.
    public Facts(
            DiplomateId diplomate,
            List<Cycle> cycles,
            List<Pathway.Span> pathways,
            List<Tracer> tracers,
            List<Decision> decisions,
            List<Completion> completions,
            Catalog catalog) {
        this(
                diplomate,
                cycles,
                pathways,
                tracers,
                decisions,
                completions,
                catalog,
                Succession.ALONE);
    }

    /// The cycle in force at an instant, empty when none was recorded by then. It names the rule
    /// set to assess with.
    public Optional<Cycle> cycleKnownAt(Instant instant) {
        return cycles.stream()
                .filter(cycle -> !cycle.recordedAt().isAfter(instant))
                .max(LATEST_LAST);
    }

    public Facts withCompletions(Collection<Completion> more) {
        List<Completion> all = new ArrayList<>(completions);
        all.addAll(more);
        return new Facts(
                diplomate,
                cycles,
                pathways,
                tracers,
                decisions,
                all,
                catalog,
                succession.withCompletions(more));
    }

    public Facts withTracers(List<Tracer> others) {
        return new Facts(
                diplomate, cycles, pathways, others, decisions, completions, catalog, succession);
    }

    public Facts withPathways(List<Pathway.Span> others) {
        return new Facts(
                diplomate, cycles, others, tracers, decisions, completions, catalog, succession);
    }

    public Facts withDecisions(List<Decision> others) {
        return new Facts(
                diplomate, cycles, pathways, tracers, others, completions, catalog, succession);
    }

    private static List<Completion> eachOnce(List<Completion> completions) {
        if (inOrder(completions)) {
            return List.copyOf(completions);
        }
        Map<Completion.Id, Completion> byId = new TreeMap<>();
        for (Completion completion : completions) {
            byId.merge(completion.id(), completion, Completion::mergedWith);
        }
        return List.copyOf(byId.values());
    }

    private static boolean inOrder(List<Completion> completions) {
        for (int i = 1; i < completions.size(); i++) {
            if (completions.get(i - 1).id().compareTo(completions.get(i).id()) >= 0) {
                return false;
            }
        }
        return true;
    }
}
