package cme.benchmarks.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void theRatioIsTheMedianOfTheRatiosOfTheRounds() {
        // The second round was slow for both: the quotient of the medians would be 0.6.
        var figure =
                figure(Aim.atLeast(0.5), List.of(60.0, 5.0, 90.0), List.of(100.0, 10.0, 300.0));

        assertThat(figure.ratio()).isEqualTo(0.5);
        assertThat(figure.ratios().min()).isEqualTo(0.3);
        assertThat(figure.ratios().max()).isEqualTo(0.6);
    }

    @Test
    void theMedianOfAnEvenNumberOfRoundsLiesBetweenTheTwoInTheMiddle() {
        assertThat(new Samples(List.of(4.0, 1.0, 2.0, 9.0)).median()).isEqualTo(3.0);
    }

    @Test
    void anAimIsReachedAtItsBound() {
        var one = List.of(1.0);

        assertThat(figure(Aim.atLeast(1), one, one).verdict()).isEqualTo(Verdict.REACHED);
        assertThat(figure(Aim.atMost(1), one, one).verdict()).isEqualTo(Verdict.REACHED);
        assertThat(figure(Aim.flat(1), one, one).verdict()).isEqualTo(Verdict.REACHED);
        assertThat(figure(Aim.atLeast(1.1), one, one).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(figure(Aim.atMost(0.9), one, one).verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void aCostThatGrewWithTheDataMissesItsAim() {
        assertThat(Aim.flat(1.2).verdict(1.2)).isEqualTo(Verdict.REACHED);
        assertThat(Aim.flat(1.2).verdict(1.21)).isEqualTo(Verdict.MISSED);
    }

    @Test
    void moreDataMakesNothingCheaperSoSuchARatioSaysNothing() {
        // 12.4 ms a completion at 1x and 1.1 ms at 16x: the service was not compiled at 1x.
        assertThat(figure(Aim.flat(1.2), List.of(1.1), List.of(12.4)).verdict())
                .isEqualTo(Verdict.CANNOT_TELL);
        assertThat(Aim.flat(1.2).verdict(0.83)).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(Aim.flat(1.2).verdict(0.84)).isEqualTo(Verdict.REACHED);
        assertThat(Aim.flat(1.25).verdict(0.8)).isEqualTo(Verdict.REACHED);
    }

    @Test
    void theTableSaysThatItCannotTell() {
        assertThat(Markdown.line(figure(Aim.flat(1.2), List.of(1.0), List.of(10.0))))
                .endsWith("| <= 1.2 | cannot tell |%n".formatted());
    }

    @Test
    void aLineOfTheTableHoldsMediansSpreadAndRatio() {
        var figure = figure(Aim.atLeast(0.7), List.of(1000.0, 1200.0), List.of(2000.0, 2000.0));

        assertThat(Markdown.line(figure))
                .isEqualToIgnoringNewLines(
                        "| `posting` posts | 1,100 (1,000-1,200) requests/s | bare | 2,000"
                                + " (2,000-2,000) | **0.55** (0.50-0.60) | >= 0.7 | missed |");
    }

    @Test
    void oneRoundHasNoSpread() {
        var figure = figure(Aim.atLeast(0.7), List.of(1000.0), List.of(2000.0));

        assertThat(Markdown.line(figure))
                .isEqualToIgnoringNewLines(
                        "| `posting` posts | 1,000 requests/s | bare | 2,000 | **0.50** | >= 0.7 |"
                                + " missed |");
    }

    private static Figure figure(Aim aim, List<Double> ours, List<Double> theirs) {
        return new Figure(
                "posting",
                "posts",
                "requests/s",
                new Samples(ours),
                "bare",
                new Samples(theirs),
                aim);
    }
}
