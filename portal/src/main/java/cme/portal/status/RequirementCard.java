package cme.portal.status;

import cme.portal.compliance.Finding;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Names;
import cme.portal.page.Words;
import cme.portal.picture.ProgressBar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One requirement of one deadline as a card.
///
/// @param figure what was earned of what is asked; null where activities are counted
/// @param checks the steps of a requirement that asks for activities
/// @param notes sentences under the picture
public record RequirementCard(
        String title,
        String due,
        Look look,
        @Nullable Figure figure,
        List<Check> checks,
        List<String> notes) {

    /// @param earned the large number
    /// @param left such as `4.25 to go`; null when nothing is
    /// @param bar made of the completions, the oldest first
    public record Figure(String earned, String of, @Nullable String left, ProgressBar bar) {}

    /// One step, done or not.
    public record Check(Look look, String text) {}

    /// @param names of the tracer procedures
    public static RequirementCard of(Finding finding, Names names, Formats formats) {
        Look look = Look.of(finding.state());
        boolean credits = finding.unit().equals("CREDIT");
        return new RequirementCard(
                Words.requirement(finding.requirement()),
                "Due " + formats.longDate(finding.deadline()),
                look,
                credits ? figure(finding, formats) : null,
                credits ? List.of() : checks(finding, names),
                notes(finding, look, formats));
    }

    private static Figure figure(Finding finding, Formats formats) {
        String earned = formats.shortCredits(finding.earned());
        String of = "of " + formats.shortCredits(finding.required());
        return new Figure(
                earned,
                of,
                finding.remaining().signum() > 0
                        ? formats.shortCredits(finding.remaining()) + " to go"
                        : null,
                ProgressBar.of(
                        Look.of(finding.state()),
                        earned + " " + of,
                        finding.required(),
                        finding.counted().stream().map(RequirementCard::part).toList()));
    }

    private static ProgressBar.Part part(Finding.Counted one) {
        return new ProgressBar.Part(one.amount(), Names.title(one.title(), one.activity()));
    }

    /// A tracer asks for a procedure and for an activity; the other requirement for one activity.
    private static List<Check> checks(Finding finding, Names names) {
        List<Check> checks = new ArrayList<>();
        if (finding.requirement().equals("tracer-activity")) {
            boolean named = !finding.missing().contains("TRACER_PROCEDURE");
            String procedure = finding.procedure();
            checks.add(
                    new Check(
                            named ? Look.MET : Look.UPCOMING,
                            procedure == null
                                    ? named ? "Procedure on record" : "No procedure on record yet"
                                    : names.procedure(procedure)));
        }
        if (finding.counted().isEmpty()) {
            checks.add(new Check(Look.UPCOMING, "No approved activity yet"));
        }
        for (Finding.Counted counted : finding.counted()) {
            checks.add(new Check(Look.MET, Names.title(counted.title(), counted.activity())));
        }
        return checks;
    }

    private static List<String> notes(Finding finding, Look look, Formats formats) {
        List<String> notes = new ArrayList<>();
        if (finding.metOn() != null) {
            notes.add("Met on " + formats.date(finding.metOn()));
        } else if (look == Look.UPCOMING) {
            notes.add("Counts from " + formats.date(finding.window().from()) + " on");
        } else {
            notes.add(
                    "Counts what is completed "
                            + formats.range(finding.window().from(), finding.window().to()));
        }
        Finding.Late late = finding.late();
        if (late != null) {
            notes.add(
                    late.credits().signum() == 0
                            ? "Reported after the deadline"
                            : formats.shortCredits(late.credits())
                                    + " credits were reported after the deadline");
        }
        Finding.Decision decision = finding.decision();
        if (decision != null) {
            notes.add(decided(decision, formats));
        }
        return notes;
    }

    private static String decided(Finding.Decision decision, Formats formats) {
        String words =
                Words.verdict(decision.decision())
                        + (decision.until() == null
                                ? ""
                                : " until " + formats.date(decision.until()));
        return decision.reason() == null ? words : words + ": " + decision.reason();
    }
}
