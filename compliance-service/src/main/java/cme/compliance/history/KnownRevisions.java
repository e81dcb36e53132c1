package cme.compliance.history;

import cme.compliance.assessment.Timeline;
import cme.compliance.history.KnownView.Kind;
import cme.compliance.record.DiplomateRecord;
import cme.compliance.record.DiplomateRecord.PathwayRecord;
import cme.compliance.record.History;
import cme.compliance.record.Revision;
import cme.compliance.record.RulingKind;
import cme.compliance.rules.Activity;
import cme.compliance.rules.Completion;
import cme.compliance.rules.Completion.Subject;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.Decision;
import cme.compliance.rules.Pathway;
import cme.compliance.rules.Tracer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All revisions about one diplomate, by the instant at which they became known.
final class KnownRevisions {

    private KnownRevisions() {}

    static NavigableMap<Instant, List<Known>> of(Timeline timeline) {
        DiplomateRecord record = timeline.record();
        return Stream.of(
                        recorded(
                                Kind.CYCLE, record.cycleHistory(), KnownRevisions::text, _ -> null),
                        recorded(
                                Kind.TRACER,
                                record.tracerHistory(),
                                KnownRevisions::text,
                                _ -> null),
                        recorded(
                                Kind.PATHWAY,
                                record.pathwayHistory(),
                                pathway -> text(pathway.span()),
                                PathwayRecord::reason),
                        recorded(
                                Kind.DECISION,
                                record.decisionHistory(),
                                KnownRevisions::text,
                                Decision::reason),
                        timeline.completions().stream().flatMap(KnownRevisions::revisions),
                        activities(timeline))
                .flatMap(Function.identity())
                .collect(Collectors.groupingBy(Known::at, TreeMap::new, Collectors.toList()));
    }

    private static <K, V> Stream<Known> recorded(
            Kind kind,
            History<K, V> history,
            Function<V, String> text,
            Function<V, @Nullable String> reason) {
        return history.revisions().stream()
                .map(
                        revision -> {
                            String subject = KnownView.subject(revision.subject());
                            return switch (revision) {
                                case Revision.Recorded<K, V>(
                                                _,
                                                int number,
                                                V value,
                                                Instant at,
                                                String by) ->
                                        new Known.InRecord(
                                                kind,
                                                subject,
                                                number,
                                                text.apply(value),
                                                reason.apply(value),
                                                at,
                                                by);
                                case Revision.TakenBack<K, V>(
                                                _,
                                                int number,
                                                String why,
                                                Instant at,
                                                String by) ->
                                        new Known.InRecord(
                                                kind, subject, number, null, why, at, by);
                            };
                        });
    }

    private static Stream<Known> revisions(Completion completion) {
        return completion.revisions().stream()
                .map(revision -> new Known.OfCompletion(completion.id(), revision));
    }

    /// The catalog's changes of an activity concern a diplomate from the first completion of it on.
    private static Stream<Known> activities(Timeline timeline) {
        Map<Activity.Code, Instant> since =
                timeline.completions().stream()
                        .flatMap(completion -> completion.revisions().stream())
                        .filter(revision -> revision.subject() instanceof Subject.InCatalog)
                        .collect(
                                Collectors.toMap(
                                        r -> ((Subject.InCatalog) r.subject()).code(),
                                        Completion.Revision::recordedAt,
                                        (one, other) -> one.isBefore(other) ? one : other));
        return since.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .flatMap(
                        entry -> {
                            Activity activity = timeline.activity(entry.getKey());
                            return activity == null
                                    ? Stream.of()
                                    : activity.revisions().stream()
                                            .filter(r -> r.recordedAt().isAfter(entry.getValue()))
                                            .map(r -> new Known.OfActivity(activity.code(), r));
                        });
    }

    private static String text(Cycle cycle) {
        return "%s from %d, certified on %s"
                .formatted(cycle.ruleSet(), cycle.startYear(), cycle.certifiedOn());
    }

    private static String text(Tracer.Chosen tracer) {
        return tracer.procedure()
                + (tracer.completedOn() == null
                        ? ", not finished"
                        : ", finished on " + tracer.completedOn());
    }

    private static String text(Pathway.Span span) {
        return span.pathway() + " from " + span.from() + until(span.until());
    }

    private static String text(Decision decision) {
        return RulingKind.of(decision.ruling()) + until(RulingKind.until(decision.ruling()));
    }

    private static String until(@Nullable LocalDate day) {
        return day == null ? "" : " until " + day;
    }
}
