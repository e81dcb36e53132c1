package cme.portal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import cme.portal.picture.Labels.Wanted;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final double NARROW = 250;

    @RepeatedTest(50)
    void crowdedLabelsNeverCoverEachOtherNorLeaveThePicture(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<Wanted> wanted =
                IntStream.range(0, 2 + random.nextInt(12))
                        .mapToObj(
                                i ->
                                        new Wanted(
                                                random.nextDouble() * 100,
                                                "Year " + i,
                                                random.nextBoolean() ? "Dec 1, 2026" : "’26"))
                        .toList();
        for (double width : new double[] {NARROW, 600, 984}) {
            List<Box> boxes =
                    Labels.place(wanted, NARROW, 0).labels().stream()
                            .map(label -> Box.of(label, width))
                            .toList();

            assertThat(boxes).hasSize(wanted.size());
            assertThat(boxes).allMatch(box -> box.left() >= 0 && box.right() <= width);
            for (int i = 0; i < boxes.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(boxes.get(i).covers(boxes.get(j))).isFalse();
                }
            }
        }
    }

    @Test
    void aLabelBelowItsPlaceStaysInTheMiddleAndAtTheEdgesLeansInwards() {
        var labels =
                Labels.place(
                                List.of(
                                        new Wanted(0, "Year 1", ""),
                                        new Wanted(50, "Year 2", ""),
                                        new Wanted(100, "Year 3", "")),
                                NARROW,
                                0)
                        .labels();

        assertThat(labels).extracting(Label::anchor).containsExactly("start", "middle", "end");
        assertThat(labels).extracting(Label::x).containsExactly("0%", "50%", "100%");
        assertThat(labels).extracting(Label::y).containsOnly(15);
    }

    @Test
    void labelsOnAnAxisAreThinnedUntilTheyFitInOneLine() {
        List<Wanted> wanted =
                IntStream.range(0, 40)
                        .mapToObj(i -> new Wanted(i * 100 / 39.0, "Jan 2025", ""))
                        .toList();

        List<Wanted> thin = Labels.thin(wanted, NARROW);

        assertThat(thin).hasSizeBetween(2, 4);
        assertThat(Labels.place(thin, NARROW, 0).height()).isEqualTo(20);
        assertThat(Labels.thin(List.of(), NARROW)).isEmpty();
    }

    /// The room that a label takes in a picture so wide.
    private record Box(double left, double right, int top, int bottom) {

        static Box of(Label label, double width) {
            double x = Double.parseDouble(label.x().replace("%", "")) / 100 * width;
            double text =
                    Math.max(Labels.width(label.text(), true), Labels.width(label.second(), false));
            double left =
                    switch (label.anchor()) {
                        case "start" -> x;
                        case "end" -> x - text;
                        default -> x - text / 2;
                    };
            return new Box(left, left + text, label.y() - 12, label.secondY());
        }

        boolean covers(Box other) {
            return left < other.right
                    && other.left < right
                    && top < other.bottom
                    && other.top < bottom;
        }
    }
}
