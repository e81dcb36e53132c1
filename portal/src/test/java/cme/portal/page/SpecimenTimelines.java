package cme.portal.page;

import cme.portal.picture.Timeline;
import cme.portal.picture.TimelineData;
import cme.portal.picture.TimelineData.Completion;
import cme.portal.picture.TimelineData.Deadline;
import cme.portal.picture.TimelineData.Row;
import cme.portal.picture.TimelineData.Step;
import cme.portal.picture.TimelineData.Window;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Made-up years at a glance: the usual ones, and crowded ones.
final class SpecimenTimelines {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-28");

    private SpecimenTimelines() {}

    static Timeline usual() {
        List<Step> first =
                steps(
                        "2021-03-20 17",
                        "2021-09-18 25",
                        "2022-04-02 20.25",
                        "2022-09-20 40",
                        "2023-03-01 2",
                        "2023-10-10 61");
        List<Step> second =
                steps(
                        "2024-04-24 17.25",
                        "2024-10-12 52.5",
                        "2025-10-12 36.25",
                        "2026-03-14 2",
                        "2026-10-12 37.75");
        return Timeline.of(
                new TimelineData(
                        "The 10 years at a glance",
                        LocalDate.parse("2021-01-01"),
                        LocalDate.parse("2030-12-31"),
                        TODAY,
                        "Today",
                        List.of(
                                new Row(
                                        "CME credits",
                                        "150 in each window",
                                        true,
                                        List.of(
                                                window(
                                                        "2020-12-02",
                                                        "2023-12-01",
                                                        Look.MET,
                                                        "150",
                                                        "165.25",
                                                        first),
                                                window(
                                                        "2023-12-02",
                                                        "2026-12-01",
                                                        Look.DUE_SOON,
                                                        "150",
                                                        "145.75",
                                                        second),
                                                window(
                                                        "2026-12-02",
                                                        "2029-12-01",
                                                        Look.UPCOMING,
                                                        "150",
                                                        "0",
                                                        List.of()))),
                                new Row(
                                        "Patient safety",
                                        "20 in each window",
                                        true,
                                        List.of(
                                                window(
                                                        "2020-12-02",
                                                        "2023-12-01",
                                                        Look.MET,
                                                        "20",
                                                        "32.75",
                                                        steps(
                                                                "2021-09-18 5",
                                                                "2022-04-02 8.25",
                                                                "2023-03-01 19.5")),
                                                window(
                                                        "2023-12-02",
                                                        "2026-12-01",
                                                        Look.MET,
                                                        "20",
                                                        "29",
                                                        steps(
                                                                "2024-04-24 3.25",
                                                                "2024-10-12 10.5",
                                                                "2025-10-12 7.75",
                                                                "2026-10-12 7.5")),
                                                window(
                                                        "2026-12-02",
                                                        "2029-12-01",
                                                        Look.UPCOMING,
                                                        "20",
                                                        "0",
                                                        List.of()))),
                                new Row(
                                        "Tracer activity",
                                        "one in each window",
                                        false,
                                        List.of(
                                                window(
                                                        "2020-12-02",
                                                        "2023-12-01",
                                                        Look.MET,
                                                        "1",
                                                        "1",
                                                        steps("2023-03-01 1")),
                                                window(
                                                        "2023-12-02",
                                                        "2026-12-01",
                                                        Look.MET,
                                                        "1",
                                                        "1",
                                                        steps("2026-03-14 1"))))),
                        deadlines("2023-12-01", "2026-12-01", "2029-12-01"),
                        completions(List.of(first, second))));
    }

    /// Five years that look back over each other, an extension, many completions, long words.
    static Timeline crowded() {
        List<Step> many = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            many.add(
                    new Step(
                            LocalDate.parse("2024-01-15").plusDays(i * 14L),
                            new BigDecimal(i % 7 == 0 ? "9.25" : "1.5")));
        }
        List<Step> known = many.stream().filter(step -> !step.on().isAfter(TODAY)).toList();
        return Timeline.of(
                new TimelineData(
                        "The 5 years at a glance",
                        LocalDate.parse("2024-01-01"),
                        LocalDate.parse("2028-12-31"),
                        TODAY,
                        "November 28, 2026",
                        List.of(
                                new Row(
                                        "CME credits of the previous five years",
                                        "125 in each window",
                                        true,
                                        List.of(
                                                window(
                                                        "2024-01-01",
                                                        "2028-12-01",
                                                        Look.IN_PROGRESS,
                                                        "125",
                                                        "183.25",
                                                        known))),
                                new Row(
                                        "Patient safety",
                                        "20 in each window",
                                        true,
                                        List.of(
                                                window(
                                                        "2024-01-01",
                                                        "2026-12-01",
                                                        Look.LATE,
                                                        "20",
                                                        "183.25",
                                                        known),
                                                window(
                                                        "2025-12-02",
                                                        "2028-12-01",
                                                        Look.IN_PROGRESS,
                                                        "20",
                                                        "10.5",
                                                        steps("2026-02-01 10.5")))),
                                new Row(
                                        "Special circumstances",
                                        "one in the due year",
                                        false,
                                        List.of(
                                                window(
                                                        "2026-01-01",
                                                        "2026-12-01",
                                                        Look.DECISION_NEEDED,
                                                        "1",
                                                        "0",
                                                        List.of()),
                                                window(
                                                        "2026-11-01",
                                                        "2027-02-15",
                                                        Look.NOT_MET,
                                                        "1",
                                                        "0",
                                                        List.of()),
                                                window(
                                                        "2028-01-01",
                                                        "2028-12-01",
                                                        Look.WAIVED,
                                                        "1",
                                                        "0",
                                                        List.of())))),
                        deadlines("2026-12-01", "2027-02-15", "2027-06-30", "2028-12-01"),
                        completions(List.of(known))));
    }

    private static Window window(
            String from, String to, Look look, String required, String earned, List<Step> steps) {
        return new Window(
                LocalDate.parse(from),
                LocalDate.parse(to),
                look,
                new BigDecimal(required),
                earned + " / " + required,
                earned,
                from + " to " + to + ": " + earned + " of " + required + ", " + look.word(),
                steps);
    }

    private static List<Step> steps(String... steps) {
        return Arrays.stream(steps)
                .map(step -> step.split(" "))
                .map(step -> new Step(LocalDate.parse(step[0]), new BigDecimal(step[1])))
                .toList();
    }

    private static List<Deadline> deadlines(String... days) {
        List<Deadline> deadlines = new ArrayList<>();
        for (String day : days) {
            LocalDate on = LocalDate.parse(day);
            deadlines.add(
                    new Deadline(
                            on,
                            on.getMonthValue() == 12 ? "Year " + (on.getYear() - 2020) : "Extended",
                            Formats.of(null, ZoneId.of("America/New_York")).date(on),
                            "’" + day.substring(2, 4)));
        }
        return deadlines;
    }

    private static List<Completion> completions(List<List<Step>> steps) {
        return steps.stream()
                .flatMap(List::stream)
                .map(step -> new Completion(step.on(), step.amount(), step.amount() + " credits"))
                .toList();
    }
}
