package cme.portal.page;

import cme.portal.picture.Grid;
import cme.portal.picture.Series;
import cme.portal.picture.StackedBar;
import cme.portal.picture.StackedBar.Count;
import cme.portal.picture.TimeBar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Made-up pictures.
final class SpecimenPictures {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-28");

    private SpecimenPictures() {}

    static StackedBar worklist() {
        return StackedBar.of(
                List.of(
                        count(Look.NOT_MET, 31, true),
                        count(Look.LATE, 0, false),
                        count(Look.DECISION_NEEDED, 2, false),
                        count(Look.DUE_SOON, 5, false),
                        count(Look.ON_TRACK, 124, false),
                        count(Look.COMPLETE, 38, false)));
    }

    private static Count count(Look look, long number, boolean current) {
        return new Count(look, look.word(), number, String.valueOf(number), "#", current);
    }

    static TimeBar approvals() {
        return TimeBar.of(
                "Approvals",
                LocalDate.parse("2021-01-01"),
                LocalDate.parse("2028-12-31"),
                TODAY,
                List.of(
                        span(
                                Look.MET,
                                "2022-03-01",
                                null,
                                "Lifelong learning",
                                "since Mar 1, 2022"),
                        span(
                                Look.MET,
                                "2024-01-01",
                                "2026-12-31",
                                "Patient safety",
                                "Jan 1, 2024 – Dec 31, 2026"),
                        span(
                                Look.UPCOMING,
                                "2027-01-01",
                                "2028-06-30",
                                "Tracer: augmentation mammaplasty, abdominoplasty",
                                "Jan 1, 2027 – Jun 30, 2028"),
                        span(
                                Look.WAIVED,
                                "2021-05-01",
                                "2021-05-02",
                                "Tracer: carpal tunnel syndrome",
                                "ended May 2, 2021")));
    }

    private static TimeBar.Span span(
            Look look, String from, @Nullable String to, String name, String note) {
        return new TimeBar.Span(
                look, LocalDate.parse(from), to == null ? null : LocalDate.parse(to), name, note);
    }

    static Series standings() {
        List<Series.Point> points = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            LocalDate day = LocalDate.parse("2025-01-01").plusMonths(i);
            points.add(
                    new Series.Point(
                            day,
                            day.getMonthValue() == 1
                                    ? "Jan " + day.getYear()
                                    : day.getMonth().name().charAt(0)
                                            + day.getMonth()
                                                    .name()
                                                    .substring(1, 3)
                                                    .toLowerCase(Locale.US),
                            List.of(
                                    20L + i,
                                    150L - 2 * i,
                                    8L + (i % 6) * 3,
                                    (long) (i % 4),
                                    i == 12 ? 16L : 2L,
                                    6L + i)));
        }
        return Series.of(
                "Standings over 24 months",
                List.of(
                        Look.COMPLETE,
                        Look.ON_TRACK,
                        Look.DUE_SOON,
                        Look.DECISION_NEEDED,
                        Look.LATE,
                        Look.NOT_MET),
                points,
                String::valueOf);
    }

    static Grid grid() {
        List<Grid.Row> rows = new ArrayList<>();
        for (String year : List.of("2026", "2027", "2028")) {
            rows.add(
                    new Grid.Row(
                            "Dec 1, " + year,
                            year.equals("2026") ? "3 days left" : "",
                            List.of(
                                    cell("CME credits", 10, 20, 170, "30 of 200 open"),
                                    cell("Patient safety", 3, 1, 180, "4 of 184 open"),
                                    year.equals("2028")
                                            ? new Grid.Cell("Tracer", null, "–", null)
                                            : cell("Tracer", 0, 0, 40, "none open"))));
        }
        return new Grid(
                "Open requirements by due year",
                "Due",
                List.of("CME credits", "Patient safety", "Tracer"),
                rows);
    }

    private static Grid.Cell cell(String column, long notMet, long soon, long met, String words) {
        return new Grid.Cell(
                column,
                StackedBar.of(
                        List.of(
                                count(Look.NOT_MET, notMet, false),
                                count(Look.DUE_SOON, soon, false),
                                count(Look.MET, met, false))),
                words,
                "#");
    }
}
