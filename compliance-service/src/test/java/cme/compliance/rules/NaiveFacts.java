package cme.compliance.rules;

import cme.compliance.rules.Activity.Approval;
import cme.compliance.rules.Activity.Purpose;
import cme.compliance.rules.Completion.Subject;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The facts of the naive reading: everything recorded by the known-at instant.
final class NaiveFacts {

    /// A completion as known: its state, its activity and the reports believed before it.
    record Post(
            String id,
            Completion.Revision now,
            Instant first,
            Optional<Activity.Revision> activity,
            Optional<Activity.Revision> whenCompleted) {

        LocalDate on() {
            return now.completedOn();
        }

        BigDecimal credits() {
            return now.credits().toBigDecimal();
        }
    }

    private final Facts facts;
    private final ZoneId zone;
    private final LocalDate asOf;
    private final Instant knownAt;
    private final Cycle cycle;
    private final List<Pathway.Span> spans;

    NaiveFacts(Facts facts, ZoneId zone, LocalDate asOf, Instant knownAt) {
        this.zone = zone;
        this.facts = facts;
        this.asOf = asOf;
        this.knownAt = knownAt;
        this.cycle = latestCycle();
        this.spans = latestSpans();
    }

    Cycle cycle() {
        return cycle;
    }

    private Cycle latestCycle() {
        return known(facts.cycles(), Cycle::recordedAt).stream()
                .max(Comparator.comparing(Cycle::recordedAt))
                .orElseThrow();
    }

    List<Post> posts() {
        List<Post> posts = new ArrayList<>();
        for (Completion completion : facts.completions()) {
            completion.revisions().stream()
                    .filter(revision -> !revision.recordedAt().isAfter(knownAt))
                    .max(Comparator.comparingInt(Completion.Revision::number))
                    .filter(now -> !now.completedOn().isAfter(asOf))
                    .ifPresent(now -> posts.add(post(completion, now)));
        }
        posts.sort(Comparator.comparing(Post::on).thenComparing(Post::id));
        return posts;
    }

    private Post post(Completion completion, Completion.Revision now) {
        Instant midnight = now.completedOn().plusDays(1).atStartOfDay(zone).toInstant();
        Instant first =
                completion.revisions().stream()
                        .min(Comparator.comparingInt(Completion.Revision::number))
                        .orElseThrow()
                        .recordedAt();
        return new Post(
                completion.id().value(),
                now,
                first,
                activity(now, revision -> true),
                activity(now, revision -> revision.recordedAt().isBefore(midnight)));
    }

    private Optional<Activity.Revision> activity(
            Completion.Revision now, Predicate<Activity.Revision> known) {
        return now.subject() instanceof Subject.InCatalog(Activity.Code code)
                ? Optional.ofNullable(facts.catalog().activities().get(code)).stream()
                        .flatMap(a -> a.revisions().stream())
                        .filter(revision -> !revision.recordedAt().isAfter(knownAt))
                        .filter(known)
                        .max(Comparator.comparingInt(Activity.Revision::number))
                : Optional.empty();
    }

    Pathway pathwayOn(LocalDate date) {
        return spans().stream()
                .filter(span -> span.covers(date))
                .max(Comparator.comparing(Pathway.Span::from))
                .map(Pathway.Span::pathway)
                .orElse(Pathway.STANDARD);
    }

    List<Pathway.Span> spans() {
        return spans;
    }

    private List<Pathway.Span> latestSpans() {
        List<Pathway.Span> known = known(facts.pathways(), Pathway.Span::recordedAt);
        return known.stream()
                .filter(
                        span ->
                                known.stream()
                                        .noneMatch(
                                                other ->
                                                        other.from().equals(span.from())
                                                                && other.recordedAt()
                                                                        .isAfter(
                                                                                span.recordedAt())))
                .toList();
    }

    Optional<Decision> decision(Requirement requirement, int dueYear) {
        return known(facts.decisions(), Decision::recordedAt).stream()
                .filter(d -> d.dueYear() == dueYear && d.requirement().equals(requirement.id()))
                .max(Comparator.comparing(Decision::recordedAt));
    }

    Optional<Tracer.Chosen> tracerOf(int dueYear) {
        return known(facts.tracers(), Tracer::recordedAt).stream()
                .filter(tracer -> tracer.dueYear() == dueYear)
                .max(Comparator.comparing(Tracer::recordedAt))
                .filter(Tracer.Chosen.class::isInstance)
                .map(Tracer.Chosen.class::cast);
    }

    static List<Approval> approvals(Post post, Purpose purpose) {
        return post.activity().stream()
                .flatMap(activity -> activity.approvals().stream())
                .filter(approval -> approval.purpose() == purpose)
                .toList();
    }

    static boolean inForce(Approval approval, LocalDate on) {
        return on.compareTo(approval.from()) >= 0
                && (approval.until() == null || on.compareTo(approval.until()) <= 0);
    }

    <T> List<T> known(List<T> records, java.util.function.Function<T, Instant> recordedAt) {
        return records.stream()
                .filter(record -> recordedAt.apply(record).compareTo(knownAt) <= 0)
                .toList();
    }
}
