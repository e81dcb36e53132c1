package cme.compliance.history;

import cme.compliance.rules.Activity;
import cme.compliance.rules.Completion;
import cme.compliance.rules.Completion.Subject;
import cme.compliance.rules.Finding;
import cme.compliance.rules.Requirement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Something that became known, as HTTP carries it.
@Schema(name = "KnownRevision", description = "One revision of one thing that became known")
record KnownView(
        Kind kind,
        @Schema(
                        examples = "cme-total/6",
                        description =
                                "Id of a completion, code of an activity, due year of a tracer, first"
                                        + " day of a pathway, requirement and due year of a decision,"
                                        + " or the diplomate of a cycle")
                String subject,
        @Schema(examples = "1") int revision,
        Action action,
        @Schema(
                        nullable = true,
                        examples = "EXTENDED until 2026-12-31",
                        description = "The value in words; null when it was taken back")
                @Nullable String text,
        @Schema(nullable = true) @Nullable String reason,
        @Schema(
                        nullable = true,
                        description =
                                "The subject of the token that recorded it; null where it is not"
                                        + " known here")
                @Nullable String by) {

    @Schema(name = "KnownKind")
    enum Kind {
        CYCLE,
        TRACER,
        PATHWAY,
        DECISION,
        COMPLETION,
        ACTIVITY
    }

    @Schema(name = "KnownAction")
    enum Action {
        RECORDED,
        CHANGED,
        TAKEN_BACK
    }

    static KnownView of(Known known, RevisionAuthors.Authors authors) {
        return switch (known) {
            case Known.InRecord it ->
                    new KnownView(
                            it.kind(),
                            it.subject(),
                            it.revision(),
                            it.text() == null ? Action.TAKEN_BACK : recorded(it.revision()),
                            it.text(),
                            it.reason(),
                            it.by());
            case Known.OfCompletion(Completion.Id id, Completion.Revision revision, _) ->
                    new KnownView(
                            Kind.COMPLETION,
                            id.value(),
                            revision.number(),
                            revision.status() == Completion.Status.WITHDRAWN
                                    ? Action.TAKEN_BACK
                                    : recorded(revision.number()),
                            text(revision),
                            null,
                            authors.ofCompletion(id, revision.number()));
            case Known.OfActivity(Activity.Code code, Activity.Revision revision) ->
                    new KnownView(
                            Kind.ACTIVITY,
                            code.value(),
                            revision.number(),
                            recorded(revision.number()),
                            revision.title() + ", " + revision.status(),
                            null,
                            authors.ofActivity(code, revision.number()));
        };
    }

    private static Action recorded(int revision) {
        return revision == 1 ? Action.RECORDED : Action.CHANGED;
    }

    private static String text(Completion.Revision revision) {
        String subject =
                switch (revision.subject()) {
                    case Subject.InCatalog(Activity.Code code) -> code.value();
                    case Subject.Titled(String title) -> title;
                };
        return "%s, %s credits, completed on %s, posted by %s"
                .formatted(subject, revision.credits(), revision.completedOn(), revision.poster());
    }

    /// @param subject the key of a revision in the record
    static String subject(Object subject) {
        return subject instanceof Finding.Key(Requirement.Id requirement, int dueYear)
                ? requirement + "/" + dueYear
                : subject.toString();
    }
}
