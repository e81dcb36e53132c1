package cme.portal.status;

import cme.portal.compliance.Finding;
import cme.portal.compliance.Status;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Words;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The answer in the largest words, and one sentence about what to do.
///
/// @param days how far the next deadline is; null when none is left
public record Headline(String title, String lead, @Nullable Days days) {

    /// The tile with the days that are left.
    ///
    /// @param look of the worst requirement of that deadline
    public record Days(Look look, String number, String words, String date) {}

    static Headline of(Status status, Formats formats) {
        Days days = days(status, formats);
        return switch (Look.of(status.standing())) {
            case NOT_MET -> missed(status, formats, days);
            case LATE ->
                    new Headline(
                            Formats.capital(missing(of(status, "LATE"), formats)) + " late.",
                            "Complete it as soon as you can: it is still taken, and marked as late.",
                            days);
            case DECISION_NEEDED ->
                    new Headline(
                            "The board has to decide.",
                            "Special circumstances held for a part of the time, so the board says"
                                    + " what is still asked. Nothing need be done until then.",
                            days);
            case COMPLETE -> complete(status, formats, days);
            default -> open(status, formats, days);
        };
    }

    private static Headline missed(Status status, Formats formats, @Nullable Days days) {
        List<LocalDate> missed =
                of(status, "NOT_MET").stream().map(Finding::deadline).distinct().sorted().toList();
        String title =
                missed.size() == 1
                        ? "The deadline of %s was missed."
                                .formatted(unbroken(formats.longDate(missed.getFirst())))
                        : formats.count(missed.size()) + " deadlines were missed.";
        return new Headline(
                title,
                "Ask the board's office what can still be done. What is completed now counts for the"
                        + " next deadline.",
                days);
    }

    /// Lines of large letters break beside a day and not in it.
    private static String unbroken(String day) {
        return day.replace(' ', '\u00a0');
    }

    private static Headline complete(Status status, Formats formats, @Nullable Days days) {
        Optional<LocalDate> next =
                status.findings().stream()
                        .filter(finding -> finding.state().equals("UPCOMING"))
                        .map(Finding::deadline)
                        .min(Comparator.naturalOrder());
        return new Headline(
                "Everything is complete.",
                next.map(day -> "The next deadline is " + formats.longDate(day) + ".")
                        .orElse("Nothing more is asked in this cycle."),
                days);
    }

    private static Headline open(Status status, Formats formats, @Nullable Days days) {
        LocalDate deadline = status.nextDeadline();
        List<Finding> open =
                status.findings().stream()
                        .filter(StatusPage::isOpen)
                        .filter(finding -> finding.deadline().equals(deadline))
                        .toList();
        if (open.isEmpty()) {
            // The summary begins with what the title says.
            String lead = formats.sentence(status.summary()).replaceFirst("^On track: ", "");
            return new Headline("On track.", Formats.capital(lead), days);
        }
        return new Headline(
                Formats.capital(missing(open, formats)) + " to go.",
                "What is completed by "
                        + formats.longDate(open.getFirst().deadline())
                        + " counts, also when it is reported later.",
                days);
    }

    /// Such as `4.25 CME credits and a tracer activity`.
    public static String missing(List<Finding> open, Formats formats) {
        List<String> parts = new ArrayList<>();
        for (Finding finding : open) {
            String name = Words.requirementInSentence(finding.requirement());
            if (finding.unit().equals("CREDIT")) {
                parts.add(formats.shortCredits(finding.remaining()) + " " + name);
            } else if (finding.missing().equals(List.of("TRACER_PROCEDURE"))) {
                parts.add("a tracer procedure");
            } else {
                parts.add("a " + name);
            }
        }
        return Formats.list(parts);
    }

    private static List<Finding> of(Status status, String state) {
        return status.findings().stream().filter(one -> one.state().equals(state)).toList();
    }

    private static @Nullable Days days(Status status, Formats formats) {
        LocalDate deadline = status.nextDeadline();
        if (deadline == null || deadline.isBefore(status.asOf())) {
            return null;
        }
        long left = ChronoUnit.DAYS.between(status.asOf(), deadline);
        Look look =
                status.findings().stream()
                        .filter(finding -> finding.deadline().equals(deadline))
                        .map(finding -> Look.of(finding.state()))
                        .max(Comparator.naturalOrder())
                        .orElse(Look.UPCOMING);
        return left == 0
                ? new Days(look, "Today", "is the deadline", formats.longDate(deadline))
                : new Days(
                        look,
                        formats.count(left),
                        left == 1 ? "day until" : "days until",
                        formats.longDate(deadline));
    }
}
