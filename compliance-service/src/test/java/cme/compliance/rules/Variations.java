package cme.compliance.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Variations of the same facts: in another order, repeated, or with more records.
final class Variations {

    private Variations() {}

    static Facts shuffled(Facts facts, Random random) {
        return new Facts(
                facts.diplomate(),
                shuffled(facts.cycles(), random),
                shuffled(facts.pathways(), random),
                shuffled(facts.tracers(), random),
                shuffled(facts.decisions(), random),
                shuffled(facts.completions(), random).stream()
                        .map(c -> new Completion(c.id(), shuffled(c.revisions(), random)))
                        .toList(),
                Catalog.of(
                        shuffled(List.copyOf(facts.catalog().activities().values()), random)
                                .stream()
                                .map(a -> new Activity(a.code(), shuffled(a.revisions(), random)))
                                .toList()));
    }

    static Facts doubled(Facts facts) {
        List<Activity> activities = List.copyOf(facts.catalog().activities().values());
        return new Facts(
                facts.diplomate(),
                both(facts.cycles(), facts.cycles()),
                both(facts.pathways(), facts.pathways()),
                both(facts.tracers(), facts.tracers()),
                both(facts.decisions(), facts.decisions()),
                both(facts.completions(), facts.completions()),
                Catalog.of(both(activities, activities)));
    }

    /// Everything of another diplomate, recorded after an instant; where both have a record, as
    /// further revisions.
    static Facts withLater(Facts facts, Facts others, Instant after) {
        Instant later = after.plusSeconds(1);
        List<Completion> completions = new ArrayList<>(facts.completions());
        for (Completion other : others.completions()) {
            Completion.Id id =
                    completions.isEmpty() || other.id().value().hashCode() % 2 == 0
                            ? other.id()
                            : completions.getFirst().id();
            completions.add(later(id, other.revisions().getLast(), later));
        }
        List<Activity> activities = new ArrayList<>(facts.catalog().activities().values());
        others.catalog().activities().values().forEach(a -> activities.add(later(a, later)));
        return new Facts(
                facts.diplomate(),
                both(
                        facts.cycles(),
                        others.cycles().stream()
                                .map(
                                        c ->
                                                new Cycle(
                                                        c.ruleSet(),
                                                        c.startYear(),
                                                        c.certifiedOn(),
                                                        later))
                                .toList()),
                both(
                        facts.pathways(),
                        others.pathways().stream()
                                .map(p -> new Pathway.Span(p.pathway(), p.from(), p.until(), later))
                                .toList()),
                both(facts.tracers(), others.tracers().stream().map(t -> later(t, later)).toList()),
                both(
                        facts.decisions(),
                        others.decisions().stream()
                                .map(
                                        d ->
                                                new Decision(
                                                        d.requirement(),
                                                        d.dueYear(),
                                                        d.ruling(),
                                                        d.reason(),
                                                        later))
                                .toList()),
                completions,
                Catalog.of(activities));
    }

    static Facts withCompletions(Facts facts, List<Completion> completions) {
        return new Facts(
                facts.diplomate(),
                facts.cycles(),
                facts.pathways(),
                facts.tracers(),
                facts.decisions(),
                completions,
                facts.catalog());
    }

    private static Completion later(Completion.Id id, Completion.Revision state, Instant at) {
        int number = 1000;
        return new Completion(
                id,
                List.of(
                        new Completion.Revision(
                                number,
                                state.status(),
                                state.subject(),
                                state.completedOn(),
                                state.session(),
                                state.credits(),
                                state.patientSafetyCredits(),
                                state.poster(),
                                at)));
    }

    private static Tracer later(Tracer tracer, Instant at) {
        return switch (tracer) {
            case Tracer.Removed removed -> new Tracer.Removed(removed.dueYear(), at);
            case Tracer.Chosen chosen ->
                    new Tracer.Chosen(
                            chosen.dueYear(), chosen.procedure(), chosen.completedOn(), at);
        };
    }

    private static Activity later(Activity activity, Instant at) {
        Activity.Revision last = activity.revisions().getLast();
        return new Activity(
                activity.code(),
                List.of(
                        new Activity.Revision(
                                1000,
                                last.title(),
                                last.provider(),
                                last.type(),
                                last.credits(),
                                last.patientSafetyCredits(),
                                last.creditsConfirmed(),
                                last.oncePer(),
                                last.creditsPer(),
                                last.cap(),
                                last.offeredFrom(),
                                last.offeredUntil(),
                                last.status(),
                                last.approvals(),
                                at)));
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> result = new ArrayList<>(list);
        Collections.shuffle(result, random);
        return result;
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
