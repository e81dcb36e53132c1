package cme.catalog.editing;

import cme.catalog.register.Entry;
import cme.catalog.register.FieldChange;
import cme.catalog.register.History;
import cme.catalog.register.RevisionView;
import cme.chassis.problem.Violation;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Explains to the second of two editors what the first one changed.
@Singleton
class Staleness {

    private static final int MAX_SHOWN_CHARS = 200;

    private final History history;

    Staleness(History history) {
        this.history = history;
    }

    Outcome.Stale explain(Handle handle, Entry current, Seen seen) {
        int revision = seen.revision().orElse(0);
        if (revision < 1 || revision >= current.revision()) {
            return new Outcome.Stale(
                    "If-Match names %s; the current revision of %s is \"%d\". Read it again."
                            .formatted(seen.shown(), current.code(), current.revision()),
                    List.of());
        }
        var since = history.since(handle, current.activity().code(), revision, current.revision());
        var told = since.stream().map(Staleness::told).collect(Collectors.joining("; "));
        return new Outcome.Stale(
                "You have seen revision %d of %s. Since then: %s. Read it again and decide anew."
                        .formatted(revision, current.code(), told),
                differences(since));
    }

    private static String told(RevisionView revision) {
        var fields = revision.changes().stream().map(FieldChange::field);
        return "revision %d, recorded %s by %s, changed %s"
                .formatted(
                        revision.revision(),
                        revision.recordedAt(),
                        revision.recordedBy(),
                        fields.collect(Collectors.joining(", ")));
    }

    /// From what the editor saw to what it is now, whatever happened in between.
    private static List<Violation> differences(List<RevisionView> since) {
        return since.stream()
                .flatMap(revision -> revision.changes().stream())
                .collect(Collectors.groupingBy(FieldChange::field))
                .entrySet()
                .stream()
                .sorted(java.util.Map.Entry.comparingByKey())
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
        var text = value.toString();
        return text.length() <= MAX_SHOWN_CHARS ? text : text.substring(0, MAX_SHOWN_CHARS) + "...";
    }
}
