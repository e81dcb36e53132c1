package cme.compliance.rules;

import cme.compliance.rules.Completion.Subject;
import cme.compliance.rules.Finding.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// Steps 1 to 3: the facts as they were known at an instant, without completions dated after the
/// as-of date.
///
/// @param pathways as known, by their beginning
/// @param tracers every record there is; [#tracerOf] gives the one in force
/// @param decisions every record there is; [#decisionOn] gives the one in force
/// @param candidates oldest first; those that count for no requirement are excluded (withdrawn,
///   before certification, duplicates)
record KnownFacts(
        Instant at,
        Cycle cycle,
        List<Pathway.Span> pathways,
        List<Tracer> tracers,
        List<Decision> decisions,
        Candidate[] candidates,
        Status.Basis basis) {

    /// These comparators order records completely, so that the order of input never decides.
    private static final Comparator<Pathway.Span> SPAN_LATEST_LAST =
            Comparator.comparing(Pathway.Span::recordedAt)
                    .thenComparing(Pathway.Span::pathway)
                    .thenComparing(
                            Pathway.Span::until, Comparator.nullsLast(Comparator.naturalOrder()));

    private static final Comparator<Decision> DECISION_LATEST_LAST =
            Comparator.comparing(Decision::recordedAt)
                    .thenComparing(decision -> decision.ruling().toString())
                    .thenComparing(Decision::reason, Comparator.nullsFirst(String::compareTo));

    private static final Comparator<Tracer> TRACER_LATEST_LAST =
            Comparator.comparing(Tracer::recordedAt).thenComparing(Tracer::toString);

    /// @param zone where days end
    /// @param hypothetical completions that are looked at although they may lie after the as-of
    ///   date
    static KnownFacts at(
            Facts facts,
            ZoneId zone,
            LocalDate asOf,
            Instant knownAt,
            Set<Completion.Id> hypothetical) {
        Cycle cycle =
                facts.cycleKnownAt(knownAt)
                        .orElseThrow(() -> new IllegalArgumentException("No cycle was known"));
        List<Candidate> candidates = new ArrayList<>(facts.completions().size());
        int known = 0;
        Instant latest = null;
        for (Completion completion : facts.completions()) {
            Completion.Revision state = completion.knownAt(knownAt);
            if (state == null) {
                continue;
            }
            boolean supposed = hypothetical.contains(completion.id());
            if (!supposed) {
                known++;
                latest = later(latest, state.recordedAt());
            }
            if ((supposed || !state.completedOn().isAfter(asOf))
                    && belongs(state.completedOn(), cycle, facts, knownAt)) {
                candidates.add(candidate(completion, state, cycle, facts.catalog(), knownAt, zone));
            }
        }
        Candidate[] oldestFirst = candidates.toArray(new Candidate[0]);
        Arrays.sort(oldestFirst, Candidate.OLDEST_FIRST);
        return new KnownFacts(
                knownAt,
                cycle,
                pathways(facts.pathways(), knownAt),
                facts.tracers(),
                facts.decisions(),
                Duplicates.excluded(oldestFirst),
                new Status.Basis(known, latest));
    }

    /// The pathway on a date: that of the span that covers it, standard where none does.
    Pathway pathwayOn(LocalDate date) {
        Pathway pathway = Pathway.STANDARD;
        for (Pathway.Span span : pathways) {
            if (span.covers(date)) {
                pathway = span.pathway();
            }
        }
        return pathway;
    }

    boolean specialCircumstancesOverlap(Window window) {
        for (Pathway.Span span : pathways) {
            if (span.pathway() == Pathway.SPECIAL_CIRCUMSTANCES && span.overlaps(window)) {
                return true;
            }
        }
        return false;
    }

    Tracer.@Nullable Chosen tracerOf(int dueYear) {
        Tracer latest = null;
        for (Tracer tracer : tracers) {
            if (tracer.dueYear() == dueYear
                    && !tracer.recordedAt().isAfter(at)
                    && (latest == null || TRACER_LATEST_LAST.compare(latest, tracer) < 0)) {
                latest = tracer;
            }
        }
        return latest instanceof Tracer.Chosen chosen ? chosen : null;
    }

    @Nullable Decision decisionOn(Requirement.Id requirement, int dueYear) {
        Decision latest = null;
        for (Decision decision : decisions) {
            if (decision.dueYear() == dueYear
                    && decision.requirement().equals(requirement)
                    && !decision.recordedAt().isAfter(at)
                    && (latest == null || DECISION_LATEST_LAST.compare(latest, decision) < 0)) {
                latest = decision;
            }
        }
        return latest;
    }

    /// Completions in the years of other cycles are theirs, unless the board has extended a
    /// requirement of this one until then.
    private static boolean belongs(LocalDate day, Cycle cycle, Facts facts, Instant knownAt) {
        Succession succession = facts.succession();
        if (succession.isBefore(day, cycle)) {
            return false;
        }
        return !succession.isAfter(day)
                || facts.decisions().stream()
                        .filter(decision -> !decision.recordedAt().isAfter(knownAt))
                        .anyMatch(decision -> decision.extendsUntil(day));
    }

    private static Candidate candidate(
            Completion completion,
            Completion.Revision state,
            Cycle cycle,
            Catalog catalog,
            Instant knownAt,
            ZoneId zone) {
        Activity activity =
                state.subject() instanceof Subject.InCatalog(Activity.Code code)
                        ? catalog.find(code)
                        : null;
        Activity.Revision known = activity == null ? null : activity.knownAt(knownAt);
        Activity.Revision whenCompleted =
                known == null || state.patientSafetyCredits() != null
                        ? null
                        : activity.knownOn(state.completedOn(), zone, knownAt);
        return new Candidate(completion, state, known, whenCompleted, exclusion(state, cycle));
    }

    /// Withdrawn completions do not count, and completions before certification do not (domain.md,
    /// sections 3.1 and 3.2).
    private static @Nullable Exclusion exclusion(Completion.Revision state, Cycle cycle) {
        if (state.status() == Completion.Status.WITHDRAWN) {
            return Exclusion.WITHDRAWN;
        }
        return state.completedOn().isBefore(cycle.certifiedOn())
                ? Exclusion.BEFORE_CERTIFICATION
                : null;
    }

    /// By `from`, each `from` once: the later record replaces the earlier.
    private static List<Pathway.Span> pathways(List<Pathway.Span> spans, Instant knownAt) {
        Map<LocalDate, Pathway.Span> byFrom = new TreeMap<>();
        for (Pathway.Span span : spans) {
            if (!span.recordedAt().isAfter(knownAt)) {
                byFrom.merge(span.from(), span, BinaryOperator.maxBy(SPAN_LATEST_LAST));
            }
        }
        return List.copyOf(byFrom.values());
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }
}
