package cme.portal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import cme.portal.page.Look;
import cme.portal.picture.Timeline.Panel;
import cme.portal.picture.TimelineData.Completion;
import cme.portal.picture.TimelineData.Deadline;
import cme.portal.picture.TimelineData.Row;
import cme.portal.picture.TimelineData.Step;
import cme.portal.picture.TimelineData.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A picture of the 1000 days from January 1, 2024.
class TimelineTest {
    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");

    @Test
    void aPanelLiesFromTheFirstToTheLastDayOfItsWindow() {
        Panel panel = panel(window(100, 299, Look.MET, 150));

        assertThat(panel.x()).isEqualTo("10%");
        assertThat(panel.width()).isEqualTo("20%");
    }

    @Test
    void theLineClimbsByEachCompletionInOrderOfDaysAndEndsToday() {
        Panel panel = panel(window(0, 499, Look.DUE_SOON, 150, step(200, 75), step(100, 75)));

        // 500 days in a box 1000 wide; 150 of 172.5 in 62 pixels below the label
        assertThat(panel.line()).isEqualTo("M200 88V61H400V34H802");
        assertThat(panel.area()).isEqualTo("M200 88V61H400V34H802V88H200z");
        assertThat(panel.target()).isEqualTo(34);
        assertThat(panel.dots()).extracting(Timeline.Dot::x).containsExactly("10%", "20%");
        assertThat(panel.dots()).extracting(Timeline.Dot::y).containsExactly(61, 34);
    }

    @Test
    void windowsThatOverlapLieInLanesAndThoseThatFollowShareOne() {
        Timeline timeline =
                timeline(
                        null,
                        List.of(
                                window(0, 499, Look.MET, 20),
                                window(300, 799, Look.UPCOMING, 20),
                                window(500, 999, Look.UPCOMING, 20)));

        Timeline.Row row = timeline.rows().getFirst();
        assertThat(row.panels()).extracting(Panel::y).containsExactly(0, 0, 74);
        assertThat(row.height()).isEqualTo(148);
    }

    @Test
    void aWindowThatBeganBeforeThePictureIsDrawnFromItsEdge() {
        Panel panel = panel(window(-500, 99, Look.MET, 20, step(50, 20)));

        assertThat(panel.x()).isEqualTo("0%");
        assertThat(panel.width()).isEqualTo("10%");
        assertThat(panel.line()).startsWith("M500 ");
        assertThat(panel.dots()).extracting(Timeline.Dot::x).containsExactly("5%");
    }

    @Test
    void aWindowOutsideThePictureIsLeftOut() {
        assertThat(
                        timeline(null, List.of(window(-500, -1, Look.MET, 20)))
                                .rows()
                                .getFirst()
                                .panels())
                .isEmpty();
    }

    @Test
    void theLabelOfAPanelIsShortenedOrLeftOutWhereItDoesNotFit() {
        Panel wide = panel(window(0, 349, Look.MET, 150));
        Panel narrow = panel(window(0, 249, Look.MET, 150));
        Panel least = panel(window(0, 19, Look.MET, 150));

        assertThat(wide.label()).isEqualTo("145.75 / 150");
        assertThat(wide.narrowLabel()).isEqualTo("145.75");
        assertThat(narrow.label()).isEqualTo("145.75");
        assertThat(narrow.narrowLabel()).isEmpty();
        assertThat(narrow.icon()).isTrue();
        assertThat(least.icon()).isFalse();
    }

    @Test
    void aLineThatClimbsFarBeyondWhatIsRequiredStaysInItsPanel() {
        Panel panel = panel(window(0, 499, Look.MET, 20, step(10, 900)));

        assertThat(panel.line()).contains("V26H");
        assertThat(panel.target()).isEqualTo(57);
    }

    @Test
    void todayAndDeadlinesStandAtTheEndOfTheirDays() {
        Timeline timeline = timeline(FIRST.plusDays(399), List.of(), deadline(499), deadline(2000));

        assertThat(Objects.requireNonNull(timeline.today()).x()).isEqualTo("40%");
        assertThat(timeline.deadlines()).containsExactly("50%");
        assertThat(timeline.wideLabels().labels()).hasSize(1);
        assertThat(timeline(FIRST.minusDays(1), List.of()).today()).isNull();
    }

    @Test
    void aCompletionIsADotTheAreaOfWhichGrowsWithItsCredits() {
        List<Timeline.Dot> dots = timeline(null, List.of()).completions();

        assertThat(dots).extracting(Timeline.Dot::x).containsExactly("10%", "20%");
        assertThat(dots).extracting(Timeline.Dot::radius).containsExactly("2.5", "6");
    }

    @Test
    void eachWindowIsSaidInWords() {
        assertThat(timeline(null, List.of(window(0, 9, Look.MET, 1))).words())
                .containsExactly("CME credits: in words");
    }

    private static Panel panel(Window window) {
        return timeline(FIRST.plusDays(400), List.of(window)).rows().getFirst().panels().getFirst();
    }

    private static Timeline timeline(
            @Nullable LocalDate today, List<Window> windows, Deadline... deadlines) {
        return Timeline.of(
                new TimelineData(
                        "At a glance",
                        FIRST,
                        FIRST.plusDays(999),
                        today,
                        "Today",
                        List.of(new Row("CME credits", "150 in each window", true, windows)),
                        Arrays.asList(deadlines),
                        List.of(
                                new Completion(FIRST.plusDays(100), new BigDecimal("0.25"), "A"),
                                new Completion(FIRST.plusDays(200), new BigDecimal("25"), "B"),
                                new Completion(FIRST.minusDays(1), new BigDecimal("25"), "C"))));
    }

    private static Window window(int from, int to, Look look, int required, Step... steps) {
        return new Window(
                FIRST.plusDays(from),
                FIRST.plusDays(to),
                look,
                BigDecimal.valueOf(required),
                "145.75 / 150",
                "145.75",
                "in words",
                Arrays.asList(steps));
    }

    private static Step step(int day, int amount) {
        return new Step(FIRST.plusDays(day), BigDecimal.valueOf(amount));
    }

    private static Deadline deadline(int day) {
        return new Deadline(FIRST.plusDays(day), "Year 3", "Dec 1, 2026", "’26");
    }
}
