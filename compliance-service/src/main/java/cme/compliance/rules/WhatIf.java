package cme.compliance.rules;

import cme.compliance.rules.Completion.Poster;
import cme.compliance.rules.Completion.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The status as it would be if more were recorded: completions, tracers, pathways and decisions;
/// and the differences.
///
/// A supposed completion is looked at even when it is dated after the as-of date, as the question
/// is about learning still to be done; the states are those of the as-of date in both answers.
///
/// @param status with the supposed records; its basis counts the completions really known
/// @param changes against the status without them
public record WhatIf(Status status, StatusChange changes) {

    /// @param patientSafetyCredits null when it would not be posted
    public record SupposedCompletion(
            Subject subject,
            LocalDate completedOn,
            @Nullable String session,
            Credits credits,
            @Nullable Credits patientSafetyCredits) {}

    /// Replaces any tracer recorded for the due year.
    public record SupposedTracer(
            int dueYear, ProcedureCode procedure, @Nullable LocalDate completedOn) {}

    /// The suppositions besides the recorded facts.
    ///
    /// @param pathways each replaces any span that begins on the same day
    /// @param decisions each replaces any decision about the same requirement and due year
    public record Supposed(
            List<SupposedCompletion> completions,
            List<SupposedTracer> tracers,
            List<Pathway.Span> pathways,
            List<Decision> decisions) {

        public Supposed(List<SupposedCompletion> completions, List<SupposedTracer> tracers) {
            this(completions, tracers, List.of(), List.of());
        }
    }

    /// Supposed completions are named `what-if-0001` and so on, in the order given. Of equal
    /// reports they are believed last.
    ///
    /// @throws IllegalArgumentException when no cycle was known by then
    public static WhatIf suppose(
            RuleSet rules, Facts facts, LocalDate asOf, Instant knownAt, Supposed supposed) {
        List<Completion> more = new ArrayList<>();
        Set<Completion.Id> ids = new HashSet<>();
        for (SupposedCompletion completion : supposed.completions()) {
            Completion.Id id = new Completion.Id("what-if-%04d".formatted(more.size() + 1));
            ids.add(id);
            more.add(recorded(id, completion, knownAt));
        }
        Facts with =
                facts.withCompletions(more)
                        .withTracers(together(facts, supposed.tracers(), knownAt))
                        .withPathways(
                                together(facts.pathways(), supposed.pathways(), Pathway.Span::from))
                        .withDecisions(
                                together(
                                        facts.decisions(),
                                        supposed.decisions(),
                                        d -> new Finding.Key(d.requirement(), d.dueYear())));
        Status before = Assessment.assess(rules, facts, asOf, knownAt);
        Status after = Assessment.whole(rules, with, asOf, knownAt, ids).status();
        return new WhatIf(after, StatusChange.between(before, after));
    }

    private static Completion recorded(
            Completion.Id id, SupposedCompletion completion, Instant knownAt) {
        return new Completion(
                id,
                List.of(
                        new Completion.Revision(
                                1,
                                Completion.Status.RECORDED,
                                completion.subject(),
                                completion.completedOn(),
                                completion.session(),
                                completion.credits(),
                                completion.patientSafetyCredits(),
                                Poster.DIPLOMATE,
                                knownAt)));
    }

    private static List<Tracer> together(
            Facts facts, List<SupposedTracer> supposed, Instant knownAt) {
        Set<Integer> dueYears = new HashSet<>();
        List<Tracer> tracers = new ArrayList<>();
        for (SupposedTracer tracer : supposed) {
            dueYears.add(tracer.dueYear());
            tracers.add(
                    new Tracer.Chosen(
                            tracer.dueYear(), tracer.procedure(), tracer.completedOn(), knownAt));
        }
        facts.tracers().stream()
                .filter(tracer -> !dueYears.contains(tracer.dueYear()))
                .forEach(tracers::add);
        return tracers;
    }

    /// The supposed ones, and the recorded ones that they do not replace.
    private static <T> List<T> together(
            List<T> recorded, List<T> supposed, Function<T, Object> subject) {
        Set<Object> replaced = supposed.stream().map(subject).collect(Collectors.toSet());
        return Stream.concat(
                        supposed.stream(),
                        recorded.stream().filter(r -> !replaced.contains(subject.apply(r))))
                .toList();
    }
}
