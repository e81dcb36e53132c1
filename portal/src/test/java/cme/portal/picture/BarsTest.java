package cme.portal.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import cme.portal.page.Look;
import cme.portal.picture.ProgressBar.Part;
import cme.portal.picture.StackedBar.Count;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BarsTest {

    @Test
    void aBarThatDoesNotSufficeEndsBeforeTheMarkAtTheEdge() {
        ProgressBar bar = bar("150", "30", "45");

        assertThat(bar.mark()).isEqualTo("100%");
        assertThat(bar.segments())
                .extracting(ProgressBar.Segment::x, ProgressBar.Segment::width)
                .containsExactly(tuple("0%", "20%"), tuple("20%", "30%"));
        assertThat(bar.segments())
                .extracting(ProgressBar.Segment::seam)
                .containsExactly(false, true);
    }

    @Test
    void aBarWithMoreThanIsRequiredIsFullAndItsMarkLiesWhereItSuffices() {
        ProgressBar bar = bar("20", "10", "30");

        assertThat(bar.mark()).isEqualTo("50%");
        assertThat(sum(bar.segments().stream().map(ProgressBar.Segment::width))).isEqualTo(100);
    }

    @Test
    void aBarOfNothingHasNoSegmentsAndOneOfNothingRequiredIsFull() {
        assertThat(bar("125").segments()).isEmpty();
        assertThat(bar("125").mark()).isEqualTo("100%");
        assertThat(bar("0").mark()).isEqualTo("0%");
        assertThat(bar("0", "2").segments()).hasSize(1);
    }

    @Test
    void partsTooNarrowToBeSeenAreDrawnAsOneAndNoneIsLost() {
        String[] amounts = new String[400];
        Arrays.fill(amounts, "0.25");
        ProgressBar bar = bar("150", amounts);

        assertThat(bar.segments()).hasSizeLessThan(60);
        assertThat(sum(bar.segments().stream().map(ProgressBar.Segment::width)))
                .isCloseTo(66.67, within(0.3));
        assertThat(bar.segments().getFirst().title()).contains("0.25, 0.25");
    }

    @Test
    void aStateOfOneAmongThousandsIsSeen() {
        StackedBar bar =
                StackedBar.of(
                        List.of(
                                count(Look.NOT_MET, 1),
                                count(Look.LATE, 0),
                                count(Look.MET, 9999)));

        assertThat(bar.segments()).hasSize(2);
        assertThat(number(bar.segments().getFirst().width())).isBetween(0.8, 1.0);
        assertThat(sum(bar.segments().stream().map(StackedBar.Segment::width)))
                .isCloseTo(100, within(0.05));
        assertThat(bar.words()).isEqualTo("1 Not met, 0 Late, 9999 Met");
        assertThat(bar.counts()).hasSize(3);
    }

    @Test
    void aStackedBarOfNobodyIsEmpty() {
        assertThat(StackedBar.of(List.of(count(Look.MET, 0))).segments()).isEmpty();
        assertThat(StackedBar.of(List.of()).words()).isEmpty();
    }

    private static Count count(Look look, long number) {
        return new Count(look, look.word(), number, String.valueOf(number), null, false);
    }

    private static ProgressBar bar(String required, String... amounts) {
        return ProgressBar.of(
                Look.MET,
                "words",
                new BigDecimal(required),
                Arrays.stream(amounts)
                        .map(amount -> new Part(new BigDecimal(amount), amount))
                        .toList());
    }

    private static double sum(Stream<String> widths) {
        return widths.mapToDouble(BarsTest::number).sum();
    }

    private static double number(String percent) {
        return Double.parseDouble(percent.replace("%", ""));
    }
}
