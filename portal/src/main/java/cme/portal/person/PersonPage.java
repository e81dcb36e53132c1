package cme.portal.person;

import cme.portal.credit.Identity;
import cme.portal.credit.Merge;
import cme.portal.page.Formats;
import cme.portal.page.Sentences;
import cme.portal.page.Typed;
import cme.portal.services.ServiceProblem;
import cme.portal.services.Violation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One person of the register, with the forms to change and to merge.
///
/// @param mergedInto the number that remained; null where this is one of its own
/// @param mayInsist whether the last change looked like somebody else, so that insisting is offered
/// @param preview what a merge would move; null unless it was asked for
public record PersonPage(
        String diplomateId,
        String version,
        String name,
        @Nullable String mergedInto,
        Fields fields,
        List<Fault> faults,
        @Nullable String problem,
        boolean mayInsist,
        @Nullable Preview preview,
        String into,
        String reason,
        List<Revision> revisions,
        @Nullable String done) {

    public record Fields(String givenName, String familyName, String npi, String birthMonthDay) {}

    public record Fault(String field, String sentence) {}

    public record Preview(String title, List<String> lines) {}

    public record Revision(String when, String who, String what) {}

    /// The things that the page shows besides the person.
    record Asked(
            @Nullable PersonForm form,
            @Nullable ServiceProblem refused,
            @Nullable Merge preview,
            String into,
            String reason,
            @Nullable String done) {
        static Asked nothing(@Nullable String done) {
            return new Asked(null, null, null, "", "", done);
        }
    }

    static PersonPage of(
            Identity person,
            String version,
            List<Identity.Revision> revisions,
            Asked asked,
            Formats formats) {
        ServiceProblem refused = asked.refused();
        return new PersonPage(
                person.diplomateId(),
                version,
                PeoplePage.name(person),
                person.mergedInto(),
                fields(person, asked.form()),
                refused == null
                        ? List.of()
                        : refused.errors().stream().map(one -> fault(one, formats)).toList(),
                refused == null ? null : problem(refused, formats),
                refused != null && refused.status() == 409,
                asked.preview() == null ? null : preview(asked.preview(), formats),
                asked.into(),
                asked.reason(),
                revisions.stream().map(one -> revision(one, formats)).toList(),
                sentence(asked.done()));
    }

    private static @Nullable String sentence(@Nullable String done) {
        return switch (Typed.text(done)) {
            case "changed" -> "The change is recorded.";
            case "merged" -> "The numbers are one now. Everything of this number is the other's.";
            case "separated" -> "The merge is taken back. Each number has its own again.";
            default -> null;
        };
    }

    private static String problem(ServiceProblem refused, Formats formats) {
        return refused.isStale()
                ? "Somebody changed this meanwhile. The form has what you typed; below it stands what"
                        + " was recorded."
                : Sentences.of(refused.detail(), formats);
    }

    private static Fault fault(Violation one, Formats formats) {
        return new Fault(one.field(), Sentences.of(one.detail(), formats));
    }

    private static Fields fields(Identity person, @Nullable PersonForm form) {
        return form == null
                ? new Fields(
                        or(person.givenName()),
                        or(person.familyName()),
                        or(person.npi()),
                        or(person.birthMonthDay()))
                : new Fields(
                        Typed.text(form.givenName),
                        Typed.text(form.familyName),
                        Typed.text(form.npi),
                        Typed.text(form.birthMonthDay));
    }

    private static String or(@Nullable String value) {
        return Optional.ofNullable(value).orElse("");
    }

    private static Preview preview(Merge merge, Formats formats) {
        int completions = merge.completions().size();
        return new Preview(
                merge.diplomateId() + " would become a part of " + merge.into() + ".",
                List.of(
                        completions == 0
                                ? "No completion would move."
                                : formats.count(completions, "completion", "completions")
                                        + " would move.",
                        merge.heldRowsRecorded() == 0
                                ? "No held row would find its diplomate."
                                : formats.count(merge.heldRowsRecorded(), "held row", "held rows")
                                        + " would be recorded."));
    }

    private static Revision revision(Identity.Revision one, Formats formats) {
        String what =
                one.mergedInto() != null
                        ? "merged into " + one.mergedInto()
                        : or(one.familyName())
                                + (one.givenName() == null ? "" : ", " + one.givenName())
                                + (one.npi() == null ? "" : ", NPI " + one.npi());
        return new Revision(formats.instant(one.updatedAt()), one.updatedBy(), what);
    }
}
