package cme.portal.cohort;

import cme.portal.compliance.Summary;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Part;
import cme.portal.page.Query;
import cme.portal.page.Words;
import cme.portal.picture.Grid;
import cme.portal.picture.Series;
import cme.portal.picture.StackedBar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The cohort: standings over the last year, requirements by due year, deadlines ahead.
///
/// @param series null inside while the service does not answer
/// @param days the values of the picture, the newest first
/// @param deadlines those that are not over, the earliest first
public record CohortPage(
        String headline,
        Part<Series> series,
        List<String> standings,
        List<Day> days,
        Grid grid,
        List<Deadline> deadlines) {

    private static final List<Look> STANDINGS =
            List.of(
                    Look.COMPLETE,
                    Look.ON_TRACK,
                    Look.DUE_SOON,
                    Look.DECISION_NEEDED,
                    Look.LATE,
                    Look.NOT_MET);

    private static final List<Look> STATES =
            List.of(
                    Look.NOT_MET,
                    Look.LATE,
                    Look.DECISION_NEEDED,
                    Look.DUE_SOON,
                    Look.IN_PROGRESS,
                    Look.UPCOMING,
                    Look.WAIVED,
                    Look.MET);

    private static final List<String> REQUIREMENTS =
            List.of("cme-total", "patient-safety", "tracer-activity", "patient-safety-activity");

    /// @param counts one a standing
    public record Day(String day, List<String> counts) {}

    public record Deadline(String day, String distance, StackedBar bar, String words) {}

    /// @param past earlier days, in order; missing while the service does not answer
    static CohortPage of(Summary today, Part<List<Summary>> past, Formats formats) {
        List<Summary> all = new ArrayList<>(past.isHere() ? past.value() : List.of());
        all.add(today);
        return new CohortPage(
                formats.count(today.diplomates(), "diplomate", "diplomates"),
                past.map(_ -> series(all, formats)),
                STANDINGS.reversed().stream().map(Look::word).toList(),
                all.reversed().stream().map(one -> day(one, formats)).toList(),
                grid(today, formats),
                deadlines(today, formats));
    }

    private static Series series(List<Summary> all, Formats formats) {
        return Series.of(
                "Standings over the last year; the table below has the numbers",
                STANDINGS,
                all.stream()
                        .map(
                                one ->
                                        new Series.Point(
                                                one.asOf(),
                                                formats.date(one.asOf()),
                                                STANDINGS.stream()
                                                        .map(look -> count(one, look))
                                                        .toList()))
                        .toList(),
                formats::count);
    }

    private static long count(Summary summary, Look standing) {
        return summary.standings().getOrDefault(standing.name(), 0L);
    }

    private static Day day(Summary one, Formats formats) {
        return new Day(
                formats.date(one.asOf()),
                STANDINGS.reversed().stream()
                        .map(look -> formats.count(count(one, look)))
                        .toList());
    }

    private static Grid grid(Summary today, Formats formats) {
        Map<Integer, List<Summary.FindingCount>> byYear =
                today.findings().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Summary.FindingCount::dueYear,
                                        TreeMap::new,
                                        Collectors.toList()));
        return new Grid(
                "How many meet each requirement, by due year",
                "Due",
                REQUIREMENTS.stream().map(Words::shortRequirement).toList(),
                byYear.entrySet().stream()
                        .map(
                                one ->
                                        new Grid.Row(
                                                "Year " + one.getKey(),
                                                "",
                                                REQUIREMENTS.stream()
                                                        .map(
                                                                requirement ->
                                                                        cell(
                                                                                requirement,
                                                                                one.getValue(),
                                                                                formats))
                                                        .toList()))
                        .toList());
    }

    private static Grid.Cell cell(
            String requirement, List<Summary.FindingCount> counts, Formats formats) {
        Map<Look, Long> byState =
                counts.stream()
                        .filter(one -> one.requirement().equals(requirement))
                        .collect(
                                Collectors.groupingBy(
                                        one -> Look.of(one.state()),
                                        Collectors.summingLong(Summary.FindingCount::count)));
        long all = byState.values().stream().mapToLong(Long::longValue).sum();
        long settled = byState.getOrDefault(Look.MET, 0L) + byState.getOrDefault(Look.WAIVED, 0L);
        String column = Words.shortRequirement(requirement);
        return all == 0
                ? new Grid.Cell(column, null, "–", null)
                : new Grid.Cell(
                        column,
                        bar(byState, formats),
                        formats.count(settled) + " of " + formats.count(all) + " settled",
                        Query.of("/worklist").with("requirement", requirement).toString());
    }

    private static StackedBar bar(Map<Look, Long> byState, Formats formats) {
        return StackedBar.of(
                STATES.stream()
                        .map(
                                look ->
                                        new StackedBar.Count(
                                                look,
                                                look.word(),
                                                byState.getOrDefault(look, 0L),
                                                formats.count(byState.getOrDefault(look, 0L)),
                                                null,
                                                false))
                        .toList());
    }

    private static List<Deadline> deadlines(Summary today, Formats formats) {
        Map<LocalDate, List<Summary.DeadlineCount>> byDay =
                today.deadlines().stream()
                        .filter(one -> !one.deadline().isBefore(today.asOf()))
                        .collect(
                                Collectors.groupingBy(
                                        Summary.DeadlineCount::deadline,
                                        TreeMap::new,
                                        Collectors.toList()));
        return byDay.entrySet().stream()
                .map(one -> deadline(one.getKey(), one.getValue(), today.asOf(), formats))
                .toList();
    }

    private static Deadline deadline(
            LocalDate day, List<Summary.DeadlineCount> counts, LocalDate today, Formats formats) {
        Map<Look, Long> byState =
                counts.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> Look.of(one.state()),
                                        Collectors.summingLong(Summary.DeadlineCount::count)));
        String words =
                byState.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(Comparator.comparing(STATES::indexOf)))
                        .map(
                                one ->
                                        formats.count(one.getValue())
                                                + " "
                                                + one.getKey().word().toLowerCase(formats.locale()))
                        .collect(Collectors.joining(", "));
        return new Deadline(
                formats.longDate(day), formats.distance(today, day), bar(byState, formats), words);
    }
}
