package cme.catalog.editing;

import cme.catalog.activity.ActivityRevision;
import cme.catalog.activity.History;
import cme.catalog.activity.RevisionView;
import cme.catalog.activity.RevisionView.FieldChange;
import cme.chassis.http.IfMatch;
import cme.chassis.problem.Violation;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Explains what others changed since the revision that an editor has seen.
@Singleton
class RevisionDiff {

    private static final int MAX_SHOWN_CHARS = 200;

    private final History history;

    RevisionDiff(History history) {
        this.history = history;
    }

    ActivityOutcome.Stale explain(Handle handle, ActivityRevision current, IfMatch ifMatch) {
        int revision = ifMatch.revision().orElse(0);
        if (revision < 1 || revision >= current.number()) {
            return new ActivityOutcome.Stale(
                    "If-Match names %s; the current revision of %s is \"%d\". Read it again."
                            .formatted(ifMatch.shown(), current.code(), current.number()),
                    List.of());
        }
        List<RevisionView> since =
                history.since(handle, current.activity().code(), revision, current.number());
        String changes =
                since.stream().map(RevisionDiff::summary).collect(Collectors.joining("; "));
        return new ActivityOutcome.Stale(
                "You have seen revision %d of %s. Since then: %s. Read it again, then decide."
                        .formatted(revision, current.code(), changes),
                differences(since));
    }

    private static String summary(RevisionView revision) {
        Stream<String> fields = revision.changes().stream().map(FieldChange::field);
        return "revision %d, recorded %s by %s, changed %s"
                .formatted(
                        revision.revision(),
                        revision.recordedAt(),
                        revision.recordedBy(),
                        fields.collect(Collectors.joining(", ")));
    }

    /// Each field as the editor saw it and as it is now, without the steps between.
    private static List<Violation> differences(List<RevisionView> since) {
        return since.stream()
                .flatMap(revision -> revision.changes().stream())
                .collect(Collectors.groupingBy(FieldChange::field))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(
                        field ->
                                new Violation(
                                        "/" + field.getKey(),
                                        "changed",
                                        "It was %s and is %s now."
                                                .formatted(
                                                        shown(field.getValue().getFirst().from()),
                                                        shown(field.getValue().getLast().to()))))
                .toList();
    }

    private static String shown(Object value) {
        String text = value.toString();
        return text.length() <= MAX_SHOWN_CHARS ? text : text.substring(0, MAX_SHOWN_CHARS) + "...";
    }
}
