package cme.portal.completion;

import cme.portal.credit.Completion;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One completion: what is recorded, how it came to be so, and the forms to change it.
///
/// @param undo the address that takes back what was just done; null when nothing was
/// @param facts what is recorded
/// @param compared what somebody else recorded meanwhile beside what was typed; empty if nobody did
/// @param edit the forms; null for who may only read
public record CompletionPage(
        String id,
        String title,
        String about,
        Look look,
        String state,
        @Nullable String done,
        @Nullable String undo,
        String diplomate,
        @Nullable String diplomatePath,
        @Nullable String roster,
        List<Fact> facts,
        List<Revision> revisions,
        List<Proposal> proposals,
        List<Compared> compared,
        @Nullable Edit edit) {

    public record Fact(String name, String value) {}

    public record Revision(String title, String about, @Nullable String reason, List<Fact> facts) {}

    public record Proposal(String state, String about, String reason, List<Fact> facts) {}

    public record Compared(String name, String typed, String recorded, boolean differs) {}

    /// @param open whether the form of a correction is open
    /// @param propose the board has decided on it: the correction can be proposed
    public record Edit(
            String version,
            boolean open,
            boolean propose,
            boolean withdrawn,
            List<Field> fields,
            List<Field> person,
            Field reason,
            @Nullable String withdrawalReason,
            @Nullable String withdrawalError,
            List<Fault> faults) {}

    public record Field(
            String name, String label, String type, String value, @Nullable String error) {}

    public record Fault(@Nullable String field, String sentence) {}

    /// The answers of the services.
    ///
    /// @param activity the title of its activity; null where the catalog does not say
    record Known(
            Completion completion,
            @Nullable String activity,
            List<Completion.Revision> revisions,
            List<Completion.Proposal> proposals) {}

    /// The reader of the page.
    ///
    /// @param mayEdit whether the forms are theirs
    record Viewer(boolean forBoard, boolean mayEdit, @Nullable String done) {}

    /// A form that was refused, as it was filled in.
    ///
    /// @param errors by field; of the whole with an empty name
    /// @param stale somebody else has changed it meanwhile
    record Refused(
            CorrectionForm form, Map<String, String> errors, boolean stale, boolean propose) {}

    /// @param version to be named by a change
    /// @param withdrawalError of the reason of a withdrawal
    static CompletionPage of(
            Known known,
            String version,
            Viewer viewer,
            @Nullable Refused refused,
            @Nullable String withdrawalError,
            Formats formats) {
        Completion completion = known.completion();
        boolean withdrawn = completion.status().equals("WITHDRAWN");
        String done = done(viewer.done());
        return new CompletionPage(
                completion.id(),
                title(completion, known.activity()),
                "Completed " + formats.longDate(completion.completedOn()),
                withdrawn ? Look.UPCOMING : Look.MET,
                withdrawn ? "Withdrawn" : "Recorded",
                done,
                done == null
                                || !viewer.mayEdit()
                                || "proposed".equals(viewer.done())
                                || "taken-back".equals(viewer.done())
                        ? null
                        : "/completions/%s/take-back?revision=%d"
                                .formatted(completion.id(), completion.revision()),
                completion.diplomateId(),
                viewer.forBoard() ? "/diplomates/" + completion.diplomateId() : null,
                viewer.mayEdit() ? completion.roster() : null,
                facts(completion, formats),
                known.revisions().stream()
                        .sorted(Comparator.comparingInt(Completion.Revision::revision).reversed())
                        .map(one -> revision(one, formats))
                        .toList(),
                known.proposals().stream().map(one -> proposal(one, formats)).toList(),
                refused != null && refused.stale()
                        ? compared(refused.form(), completion, formats)
                        : List.of(),
                viewer.mayEdit() ? edit(completion, version, refused, withdrawalError) : null);
    }

    private static String title(Completion completion, @Nullable String activity) {
        return Optional.ofNullable(completion.title())
                .or(() -> Optional.ofNullable(activity))
                .or(() -> Optional.ofNullable(completion.activity()))
                .orElse("Untitled");
    }

    private static @Nullable String done(@Nullable String done) {
        return switch (Objects.requireNonNullElse(done, "")) {
            case "corrected" -> "The correction is recorded.";
            case "withdrawn" -> "The completion is withdrawn: it does not count any more.";
            case "taken-back" -> "It is as it was before.";
            case "proposed" -> "The board has your proposal.";
            default -> null;
        };
    }

    private static List<Fact> facts(Completion one, Formats formats) {
        List<Fact> facts =
                content(
                        one.activity(),
                        one.title(),
                        formats.longDate(one.completedOn()),
                        one.session(),
                        one.credits(),
                        one.patientSafetyCredits(),
                        formats);
        facts.add(new Fact("Reported by", Objects.requireNonNullElse(one.provider(), "The board")));
        facts.add(new Fact("Reference of the sender", one.externalId()));
        facts.add(
                new Fact(
                        "Recorded",
                        formats.instant(one.recordedAt()) + " by " + who(one.recordedBy())));
        if (one.reason() != null) {
            facts.add(new Fact("Reason", one.reason()));
        }
        return facts;
    }

    private static List<Fact> content(
            @Nullable String activity,
            @Nullable String title,
            String day,
            @Nullable String session,
            BigDecimal credits,
            @Nullable BigDecimal safety,
            Formats formats) {
        List<Fact> facts = new ArrayList<>();
        if (activity != null) {
            facts.add(new Fact("Activity", activity));
        }
        if (title != null) {
            facts.add(new Fact("Title", title));
        }
        facts.add(new Fact("Completed on", day));
        if (session != null) {
            facts.add(new Fact("Session", session));
        }
        facts.add(new Fact("Credits", formats.shortCredits(credits)));
        facts.add(
                new Fact(
                        "of them patient safety",
                        safety == null ? "not reported" : formats.shortCredits(safety)));
        return facts;
    }

    private static String who(String subject) {
        return subject.equals("board") ? "the board" : subject;
    }

    private static Revision revision(Completion.Revision one, Formats formats) {
        String what = "Corrected";
        if (one.status().equals("WITHDRAWN")) {
            what = "Withdrawn";
        } else if (one.revision() == 1) {
            what = "Recorded";
        }
        return new Revision(
                what,
                formats.instant(one.recordedAt()) + " by " + who(one.recordedBy()),
                one.reason(),
                content(
                        one.activity(),
                        one.title(),
                        formats.date(one.completedOn()),
                        one.session(),
                        one.credits(),
                        one.patientSafetyCredits(),
                        formats));
    }

    private static Proposal proposal(Completion.Proposal one, Formats formats) {
        Completion.Correction correction = one.correction();
        String state =
                switch (one.state()) {
                    case "PROPOSED" -> "Waits for the board";
                    case "ACCEPTED" -> "Accepted by the board";
                    case "REJECTED" -> "Rejected by the board";
                    default -> Words.outcome(one.state());
                };
        return new Proposal(
                state,
                formats.instant(one.proposedAt()),
                correction.reason()
                        + (one.decisionReason() == null
                                ? ""
                                : " The board: " + one.decisionReason()),
                content(
                        correction.activity(),
                        correction.title(),
                        formats.date(correction.completedOn()),
                        correction.session(),
                        correction.credits(),
                        correction.patientSafetyCredits(),
                        formats));
    }

    private static List<Compared> compared(
            CorrectionForm typed, Completion current, Formats formats) {
        CorrectionForm recorded = CorrectionForm.of(current, "");
        return CorrectionForm.FIELDS.subList(0, 6).stream()
                .map(
                        field ->
                                new Compared(
                                        Words.field(field),
                                        shown(typed.value(field), formats),
                                        shown(recorded.value(field), formats),
                                        !typed.value(field).equals(recorded.value(field))))
                .toList();
    }

    private static String shown(String value, Formats formats) {
        return value.isEmpty() ? "nothing" : formats.sentence(value);
    }

    private static Edit edit(
            Completion completion,
            String version,
            @Nullable Refused refused,
            @Nullable String withdrawalError) {
        CorrectionForm form =
                refused == null ? CorrectionForm.of(completion, version) : refused.form();
        Map<String, String> errors = refused == null ? Map.of() : refused.errors();
        List<Fault> faults = new ArrayList<>();
        errors.forEach(
                (field, sentence) ->
                        faults.add(new Fault(field.isEmpty() ? null : field, sentence)));
        if (withdrawalError != null) {
            faults.add(new Fault("withdrawal-reason", withdrawalError));
        }
        return new Edit(
                version,
                refused != null,
                refused != null && refused.propose(),
                completion.status().equals("WITHDRAWN"),
                fields(form, errors, CorrectionForm.FIELDS.subList(0, 6)),
                fields(form, errors, List.of("diplomateId", "npi", "familyName")),
                field(form, errors, "reason"),
                null,
                withdrawalError,
                List.copyOf(faults));
    }

    private static List<Field> fields(
            CorrectionForm form, Map<String, String> errors, List<String> names) {
        return names.stream().map(name -> field(form, errors, name)).toList();
    }

    private static Field field(CorrectionForm form, Map<String, String> errors, String name) {
        return new Field(
                name,
                name.equals("reason") ? "Why" : Words.field(name),
                name.equals("completedOn") ? "date" : "text",
                form.value(name),
                errors.get(name));
    }
}
