package cme.credit.correction;

import cme.chassis.problem.Violation;
import cme.credit.completion.Completion;
import cme.credit.completion.Completion.Content;
import cme.credit.completion.CompletionView;
import cme.credit.correction.CompletionRevisions.LoggedRevision;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Tells somebody who has seen an earlier revision of a completion what differs now.
@Singleton
final class CompletionChanges {
    private final CompletionRevisions revisions;

    CompletionChanges(CompletionRevisions revisions) {
        this.revisions = revisions;
    }

    /// One violation for each field that differs between the revision that was seen and now; empty
    /// when there is no such revision.
    List<Violation> since(Handle handle, Completion now, int seen) {
        return revisions.of(handle, now).stream()
                .map(LoggedRevision::completion)
                .filter(revision -> revision.revision() == seen)
                .findFirst()
                .map(before -> differences(before, CompletionView.of(now)))
                .orElseGet(List::of);
    }

    private static List<Violation> differences(CompletionView before, CompletionView now) {
        var differences = new ArrayList<Violation>();
        Content was = before.content();
        Content is = now.content();
        add(differences, "status", before.status(), now.status());
        add(differences, "diplomateId", before.diplomateId(), now.diplomateId());
        add(differences, "activity", was.activity(), is.activity());
        add(differences, "title", was.title(), is.title());
        add(differences, "completedOn", was.completedOn(), is.completedOn());
        add(differences, "session", was.session(), is.session());
        add(differences, "credits", was.credits(), is.credits());
        add(
                differences,
                "patientSafetyCredits",
                was.patientSafetyCredits(),
                is.patientSafetyCredits());
        add(differences, "category", was.category(), is.category());
        add(differences, "provider", was.provider(), is.provider());
        return differences;
    }

    private static void add(
            List<Violation> differences, String field, @Nullable Object was, @Nullable Object is) {
        if (!Objects.equals(was, is)) {
            differences.add(
                    new Violation(
                            "/" + field,
                            "changed",
                            "It was %s and is %s now.".formatted(shown(was), shown(is))));
        }
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "empty" : value.toString();
    }
}
