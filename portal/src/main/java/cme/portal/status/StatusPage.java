package cme.portal.status;

import cme.portal.catalog.Guidance;
import cme.portal.compliance.Finding;
import cme.portal.compliance.Recommendations;
import cme.portal.compliance.Status;
import cme.portal.credit.Transcript;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Part;
import cme.portal.page.Words;
import cme.portal.picture.Timeline;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where a diplomate stands: all words and numbers of the page.
///
/// @param name null where it is not known
/// @param position such as `Year 6 of 10, 2021–2030`
/// @param unsettled requirements whose deadline passed without them
/// @param next the heading of the deadline that comes next; null when none does
/// @param plan null inside when nothing is open
/// @param said what was just done; null for nothing
/// @param completionsMissing why the picture has no completions and the page no name; empty where
///   they are there
/// @param advice what the board says to those in special circumstances, and whom to ask
/// @param asked the day and the knowledge that were asked for, as the form shows them again
public record StatusPage(
        String diplomateId,
        @Nullable String name,
        Look look,
        String position,
        @Nullable String pathway,
        Headline headline,
        List<RequirementCard> unsettled,
        @Nullable String next,
        List<RequirementCard> cards,
        Part<Optional<PlanBox>> plan,
        String glanceTitle,
        Timeline glance,
        String completionsMissing,
        List<DueYear> years,
        List<Elsewhere> countedNowhere,
        Asked asked,
        @Nullable String said,
        Part<List<Advice>> advice,
        String basis) {

    private static final Set<String> SETTLED = Set.of("MET", "WAIVED");
    private static final Set<String> PASSED = Set.of("NOT_MET", "LATE", "DECISION_NEEDED");

    private static final String MERGED =
            "The number that was asked for is merged into this one, which has everything of both.";

    /// A completion that counts for nothing.
    public record Elsewhere(
            String id, String date, String title, String reason, @Nullable String remedy) {}

    /// @param sentence says that another day is shown; null for today
    public record Asked(String asOf, String knownBy, @Nullable String sentence) {}

    /// @param transcript the name, and the completions for the picture
    static StatusPage of(
            StatusAddress address,
            Status status,
            Part<Transcript> transcript,
            Part<Optional<Recommendations>> help,
            Part<List<Guidance>> guidance,
            Names names,
            @Nullable String done,
            Formats formats) {
        LocalDate deadline = status.nextDeadline();
        List<Finding> ofNext =
                status.findings().stream().filter(one -> one.deadline().equals(deadline)).toList();
        return new StatusPage(
                status.diplomateId(),
                transcript.isHere() ? transcript.value().name() : null,
                Look.valueOf(status.standing()),
                position(status),
                status.pathway().equals("STANDARD") ? null : Words.pathway(status.pathway()),
                Headline.of(status, formats),
                cards(unsettled(status), names, formats),
                ofNext.isEmpty()
                        ? null
                        : "Year %d, due %s"
                                .formatted(
                                        ofNext.getFirst().dueYear(),
                                        formats.longDate(ofNext.getFirst().deadline())),
                cards(ofNext, names, formats),
                help.map(
                        one ->
                                one.flatMap(
                                        known -> Optional.ofNullable(PlanBox.of(known, formats)))),
                Glance.title(status),
                Glance.of(
                        status,
                        transcript.isHere() ? transcript.value().items() : List.of(),
                        formats),
                transcript.sentence(),
                years(status, deadline, formats),
                status.countedNowhere().stream().map(one -> elsewhere(one, formats)).toList(),
                asked(address, status, formats),
                "merged".equals(done) ? MERGED : null,
                guidance.map(all -> Advice.of(status, all)),
                basis(status, formats));
    }

    /// The path of this page, to which those below it add.
    public String path() {
        return StatusAddress.path(diplomateId);
    }

    /// Whether something is left to do for it.
    public static boolean isOpen(Finding finding) {
        return !SETTLED.contains(finding.state()) && !finding.state().equals("UPCOMING");
    }

    private static List<Finding> unsettled(Status status) {
        return status.findings().stream()
                .filter(one -> PASSED.contains(one.state()))
                .filter(one -> one.deadline().isBefore(status.asOf()))
                .sorted(Comparator.comparing(Finding::deadline))
                .toList();
    }

    private static List<RequirementCard> cards(
            List<Finding> findings, Names names, Formats formats) {
        return findings.stream().map(one -> RequirementCard.of(one, names, formats)).toList();
    }

    /// The deadline that comes next is open at first; without one, the last of the cycle.
    private static List<DueYear> years(
            Status status, @Nullable LocalDate deadline, Formats formats) {
        var byYear =
                status.findings().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Finding::dueYear, TreeMap::new, Collectors.toList()));
        return byYear.entrySet().stream()
                .map(
                        one ->
                                DueYear.of(
                                        one.getValue(),
                                        "Year " + one.getKey(),
                                        one.getValue().getFirst().deadline().equals(deadline),
                                        formats))
                .toList();
    }

    private static Elsewhere elsewhere(Finding.NotCounted one, Formats formats) {
        return new Elsewhere(
                one.completion(),
                formats.date(one.completedOn()),
                Names.title(one.title(), one.activity()),
                DueYear.sentence(one, formats),
                Words.remedy(one.reason()));
    }

    private static String position(Status status) {
        Status.CyclePosition cycle = status.cycle();
        int years = cycle.endYear() - cycle.startYear() + 1;
        String span = cycle.startYear() + "–" + cycle.endYear();
        return cycle.year() < 1 || cycle.year() > years
                ? "Cycle of %d years, %s".formatted(years, span)
                : "Year %d of %d, %s".formatted(cycle.year(), years, span);
    }

    private static Asked asked(StatusAddress address, Status status, Formats formats) {
        LocalDate knownBy = address.knownBy();
        String sentence =
                address.isOfToday()
                        ? null
                        : "This is the status as of "
                                + formats.longDate(status.asOf())
                                + known(address, formats)
                                + ".";
        return new Asked(
                status.asOf().toString(), knownBy == null ? "" : knownBy.toString(), sentence);
    }

    private static String known(StatusAddress address, Formats formats) {
        if (address.known() != null) {
            return ", as it was known on " + formats.instant(address.known());
        }
        LocalDate knownBy = address.knownBy();
        return knownBy == null ? "" : ", with what was recorded by " + formats.longDate(knownBy);
    }

    private static String basis(Status status, Formats formats) {
        Status.Basis basis = status.basis();
        String known =
                basis.latestRecordedAt() == null
                        ? "No completions are known."
                        : formats.count(basis.completions(), "completion", "completions")
                                + " known, the latest recorded "
                                + formats.instant(basis.latestRecordedAt())
                                + ".";
        return known + " Only the board decides about a certificate; this page reports readiness.";
    }
}
