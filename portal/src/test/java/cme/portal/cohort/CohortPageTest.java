package cme.portal.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cme.portal.compliance.Summary;
import cme.portal.compliance.Summary.DeadlineCount;
import cme.portal.compliance.Summary.FindingCount;
import cme.portal.page.Formats;
import cme.portal.page.Part;
import cme.portal.picture.Grid;
import cme.portal.services.Answers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CohortPageTest {
    private static final Formats AMERICAN = Formats.of("en-US", ZoneId.of("America/New_York"));
    private static final Summary TODAY = Answers.read("compliance/summary.json", Summary.class);

    private static Summary of(LocalDate day, Map<String, Long> standings) {
        return new Summary(
                day,
                standings.values().stream().mapToLong(Long::longValue).sum(),
                standings,
                List.of(),
                List.of(),
                0);
    }

    private static CohortPage page(Summary today, Summary... past) {
        return CohortPage.of(today, new Part.Here<>(List.of(past)), AMERICAN);
    }

    @Test
    void theStandingsOfEachDayAreATableTheNewestFirst() {
        CohortPage page =
                page(TODAY, of(LocalDate.of(2026, 9, 29), Map.of("ON_TRACK", 200L, "LATE", 3L)));
        assertThat(page.headline()).isEqualTo("224 diplomates");
        assertThat(page.standings())
                .containsExactly(
                        "Not met", "Late", "Decision needed", "Due soon", "On track", "Complete");
        assertThat(page.days())
                .containsExactly(
                        new CohortPage.Day(
                                "Nov 29, 2026", List.of("31", "0", "2", "6", "147", "38")),
                        new CohortPage.Day(
                                "Sep 29, 2026", List.of("0", "3", "0", "0", "200", "0")));
        assertThat(page.series().isHere()).isTrue();
    }

    @Test
    void whileThePastDoesNotAnswerTodayIsThere() {
        CohortPage page =
                CohortPage.of(TODAY, new Part.Missing<>("The assessment is down."), AMERICAN);
        assertThat(page.series().isHere()).isFalse();
        assertThat(page.series().sentence()).isEqualTo("The assessment is down.");
        assertThat(page.days()).hasSize(1);
    }

    @Test
    void eachDueYearSaysHowManyHaveSettledEachRequirement() {
        Grid grid = page(TODAY).grid();
        assertThat(grid.columns())
                .containsExactly("CME", "Patient safety", "Tracer", "Patient-safety activity");
        assertThat(grid.rows())
                .extracting(Grid.Row::name)
                .containsExactly("Year 3", "Year 5", "Year 6", "Year 9");
        Grid.Cell cme = grid.rows().getFirst().cells().getFirst();
        assertThat(cme.words()).isEqualTo("122 of 177 settled");
        assertThat(cme.href()).isEqualTo("/worklist?requirement=cme-total");
        Grid.Cell none = grid.rows().get(1).cells().get(2);
        assertThat(none.words()).isEqualTo("–");
        assertThat(none.bar()).isNull();
        assertThat(none.href()).isNull();
    }

    @Test
    void deadlinesThatAreOverAreLeftOutAndTheRestIsInWordsTheWorstFirst() {
        List<CohortPage.Deadline> deadlines = page(TODAY).deadlines();
        assertThat(deadlines).hasSize(9);
        assertThat(deadlines.getFirst().day()).isEqualTo("December 1, 2026");
        assertThat(deadlines.getFirst().distance()).isEqualTo("in 2 days");
        assertThat(deadlines.getFirst().words()).isEqualTo("14 due soon, 160 met");
        assertThat(deadlines.get(2).words())
                .isEqualTo("3 decision needed, 158 in progress, 2 upcoming, 25 met");
    }

    @Test
    void anEmptyCohortHasNoDeadlineAndNoRow() {
        CohortPage page = page(of(LocalDate.of(2026, 11, 29), Map.of()));
        assertThat(page.headline()).isEqualTo("0 diplomates");
        assertThat(page.grid().rows()).isEmpty();
        assertThat(page.deadlines()).isEmpty();
    }

    @Test
    void statesThatCameAfterThisVersionCountAsOpen() {
        var day = LocalDate.of(2026, 12, 1);
        var summary =
                new Summary(
                        day,
                        10_000,
                        Map.of("PAUSED", 10_000L),
                        List.of(new FindingCount("cme-total", 3, "PAUSED", 10_000)),
                        List.of(new DeadlineCount(day, "PAUSED", 10_000, 10_000)),
                        0);
        CohortPage page = page(summary);
        assertThat(page.grid().rows().getFirst().cells().getFirst().words())
                .isEqualTo("0 of 10,000 settled");
        assertThat(page.deadlines())
                .extracting(CohortPage.Deadline::words, CohortPage.Deadline::distance)
                .containsExactly(tuple("10,000 in progress", "today"));
    }
}
