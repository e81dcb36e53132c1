package cme.portal.status;

import cme.portal.compliance.Finding;
import cme.portal.compliance.Status;
import cme.portal.credit.Transcript;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Words;
import cme.portal.picture.Timeline;
import cme.portal.picture.TimelineData;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The years of the cycle at a glance.
final class Glance {
    private Glance() {}

    /// @param items the completions as the ledger has them; empty while it does not answer
    static Timeline of(Status status, List<Transcript.Item> items, Formats formats) {
        LocalDate from = LocalDate.of(status.cycle().startYear(), 1, 1);
        LocalDate to = LocalDate.of(status.cycle().endYear(), 12, 31);
        return Timeline.of(
                new TimelineData(
                        title(status),
                        from,
                        to,
                        status.asOf(),
                        formats.date(status.asOf()),
                        rows(status, formats),
                        deadlines(status, formats),
                        items.stream()
                                .filter(item -> item.credits().signum() > 0)
                                .filter(item -> !item.completedOn().isAfter(status.asOf()))
                                .map(item -> completion(item, formats))
                                .toList()));
    }

    static String title(Status status) {
        int years = status.cycle().endYear() - status.cycle().startYear() + 1;
        return "The " + years + " years at a glance";
    }

    private static List<TimelineData.Row> rows(Status status, Formats formats) {
        Map<String, List<Finding>> byRequirement = new LinkedHashMap<>();
        for (Finding finding : status.findings()) {
            byRequirement
                    .computeIfAbsent(finding.requirement(), _ -> new ArrayList<>())
                    .add(finding);
        }
        return byRequirement.values().stream().map(found -> row(found, formats)).toList();
    }

    private static TimelineData.Row row(List<Finding> findings, Formats formats) {
        Finding first = findings.getFirst();
        boolean credits = first.unit().equals("CREDIT");
        return new TimelineData.Row(
                Words.requirement(first.requirement()),
                credits
                        ? formats.shortCredits(first.required()) + " in each window"
                        : "one in each window",
                credits,
                findings.stream()
                        .sorted(Comparator.comparing(Finding::deadline))
                        .map(finding -> window(finding, credits, formats))
                        .toList());
    }

    private static TimelineData.Window window(Finding finding, boolean credits, Formats formats) {
        Look look = Look.of(finding.state());
        String earned = formats.shortCredits(finding.earned());
        String required = formats.shortCredits(finding.required());
        return new TimelineData.Window(
                finding.window().from(),
                finding.window().to(),
                look,
                finding.required(),
                credits ? earned + " / " + required : earned + " of " + required,
                earned,
                "%s of %s in %s, %s"
                        .formatted(
                                earned,
                                required,
                                formats.range(finding.window().from(), finding.window().to()),
                                look.word().toLowerCase(formats.locale())),
                finding.counted().stream()
                        .map(one -> new TimelineData.Step(one.completedOn(), one.amount()))
                        .sorted(Comparator.comparing(TimelineData.Step::on))
                        .toList());
    }

    private static List<TimelineData.Deadline> deadlines(Status status, Formats formats) {
        return status.findings().stream()
                .map(
                        finding ->
                                new TimelineData.Deadline(
                                        finding.deadline(),
                                        "Year " + finding.dueYear(),
                                        formats.date(finding.deadline()),
                                        "’" + finding.deadline().getYear() % 100))
                .distinct()
                .sorted(Comparator.comparing(TimelineData.Deadline::on))
                .toList();
    }

    private static TimelineData.Completion completion(Transcript.Item item, Formats formats) {
        BigDecimal credits = item.credits();
        return new TimelineData.Completion(
                item.completedOn(),
                credits,
                "%s, %s, %s credits"
                        .formatted(
                                item.title(),
                                formats.date(item.completedOn()),
                                formats.shortCredits(credits)));
    }
}
