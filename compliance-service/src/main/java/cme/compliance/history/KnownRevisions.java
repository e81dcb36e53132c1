package cme.compliance.history;

import cme.compliance.assessment.Timeline;
import cme.compliance.evidence.SeenCompletion;
import cme.compliance.history.KnownView.Kind;
import cme.compliance.record.DiplomateRecord;
import cme.compliance.record.DiplomateRecord.PathwayRecord;
import cme.compliance.record.History;
import cme.compliance.record.RecordWords;
import cme.compliance.record.Revision;
import cme.compliance.rules.Activity;
import cme.compliance.rules.Completion;
import cme.compliance.rules.Completion.Subject;
import cme.compliance.rules.Decision;
import java.time.Instant;
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
                        recorded(Kind.CYCLE, record.cycleHistory(), RecordWords::of, _ -> null),
                        recorded(Kind.TRACER, record.tracerHistory(), RecordWords::of, _ -> null),
                        recorded(
                                Kind.PATHWAY,
                                record.pathwayHistory(),
                                pathway -> RecordWords.of(pathway.span()),
                                PathwayRecord::reason),
                        recorded(
                                Kind.DECISION,
                                record.decisionHistory(),
                                RecordWords::of,
                                Decision::reason),
                        timeline.completions().stream()
                                .flatMap(completion -> revisions(timeline, completion)),
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
                                                _,
                                                String why,
                                                Instant at,
                                                String by) ->
                                        new Known.InRecord(
                                                kind, subject, number, null, why, at, by);
                            };
                        });
    }

    /// A completion under a number that was merged is known since the merge.
    private static Stream<Known> revisions(Timeline timeline, SeenCompletion completion) {
        Instant merged = timeline.knownSince(completion.holder());
        return completion.revisions().stream()
                .map(
                        seen ->
                                new Known.OfCompletion(
                                        completion.id(),
                                        seen.revision(),
                                        seen.knownSince().isBefore(merged)
                                                ? merged
                                                : seen.knownSince()));
    }

    /// The catalog's changes of an activity concern a diplomate from the first completion of it on.
    private static Stream<Known> activities(Timeline timeline) {
        Map<Activity.Code, Instant> since =
                timeline.completions().stream()
                        .flatMap(completion -> completion.revisions().stream())
                        .map(SeenCompletion.SeenRevision::revision)
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
}
