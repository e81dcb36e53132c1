package cme.compliance.rules;

import cme.compliance.rules.Completion.Poster;
import cme.compliance.rules.Completion.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The status as it would be if some more completions and tracers were recorded, and the
/// differences.
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

    /// Supposed completions are named `what-if-0001` and so on, in the order given. Of equal
    /// reports they are believed last.
    ///
    /// @throws IllegalArgumentException when no cycle was known by then
    public static WhatIf suppose(
            RuleSet rules,
            Facts facts,
            LocalDate asOf,
            Instant knownAt,
            List<SupposedCompletion> completions,
            List<SupposedTracer> tracers) {
        List<Completion> supposed = new ArrayList<>();
        Set<Completion.Id> ids = new HashSet<>();
        for (SupposedCompletion completion : completions) {
            Completion.Id id = new Completion.Id("what-if-%04d".formatted(supposed.size() + 1));
            ids.add(id);
            supposed.add(recorded(id, completion, knownAt));
        }
        Facts with = facts.withCompletions(supposed).withTracers(together(facts, tracers, knownAt));
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
}
