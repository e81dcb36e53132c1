package cme.portal.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cme.portal.page.Look;
import cme.portal.picture.Series.Point;
import cme.portal.picture.TimeBar.Span;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PicturesOfYearsTest {
    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");

    @Test
    void aSpanWithoutAnEndGoesOnAndAShortOneIsStillSeen() {
        TimeBar bar =
                TimeBar.of(
                        "Approvals",
                        FIRST,
                        FIRST.plusDays(999),
                        FIRST.plusDays(499),
                        List.of(
                                new Span(Look.MET, FIRST.plusDays(100), null, "a", ""),
                                new Span(Look.WAIVED, FIRST, FIRST, "b", ""),
                                new Span(Look.MET, FIRST, FIRST.plusDays(249), "c", "")));

        assertThat(bar.today()).isEqualTo("50%");
        assertThat(bar.rows())
                .extracting(TimeBar.Row::x, TimeBar.Row::width, TimeBar.Row::open)
                .containsExactly(
                        tuple("10%", "90%", true),
                        tuple("0%", "1%", false),
                        tuple("0%", "25%", false));
    }

    @Test
    void bandsLieOnTopOfEachOtherAndAStateOfNobodyHasNone() {
        Series series =
                Series.of(
                        "Standings",
                        List.of(Look.COMPLETE, Look.LATE, Look.NOT_MET),
                        List.of(point(0, 5, 0, 5), point(999, 10, 0, 0)),
                        String::valueOf);

        assertThat(series.levels())
                .extracting(Series.Level::number)
                .containsExactly("10", "5", "0");
        assertThat(series.bands())
                .containsExactly(
                        new Series.Band(Look.COMPLETE, "M0 100L1000 0L1000 200L0 200z"),
                        new Series.Band(Look.NOT_MET, "M0 0L1000 0L1000 0L0 100z"));
    }

    @Test
    void aSinglePointIsALevelBand() {
        Series series =
                Series.of("Standings", List.of(Look.MET), List.of(point(0, 201)), String::valueOf);

        assertThat(series.levels().getFirst().number()).isEqualTo("240");
        assertThat(series.bands().getFirst().path()).isEqualTo("M0 32.5L1000 32.5L1000 200L0 200z");
    }

    @Test
    void yearsAreShortOnAPhoneAndThinnedWhereTheyAreMany() {
        Years ten =
                Years.of(
                        new DayScale(LocalDate.parse("2021-01-01"), LocalDate.parse("2030-12-31")));
        Years fifty =
                Years.of(
                        new DayScale(LocalDate.parse("1990-01-01"), LocalDate.parse("2039-12-31")));

        assertThat(ten.ticks()).hasSize(10);
        assertThat(ten.wide()).extracting(Label::text).hasSize(10).startsWith("2021", "2022");
        assertThat(ten.narrow()).extracting(Label::text).hasSize(10).startsWith("’21", "’22");
        assertThat(fifty.narrow()).extracting(Label::y).containsOnly(15);
        assertThat(fifty.narrow()).hasSizeBetween(5, 11);
    }

    private static Point point(int day, long... counts) {
        return new Point(FIRST.plusDays(day), "Jan", Arrays.stream(counts).boxed().toList());
    }
}
