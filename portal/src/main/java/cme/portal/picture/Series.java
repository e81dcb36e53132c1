package cme.portal.picture;

import cme.portal.page.Look;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongFunction;

/// How many were in each state, day by day: bands on top of each other.
///
/// @param title for a screen reader; the table beside the picture has the values
/// @param bands paths in a box 1000 wide and `HEIGHT` high, from the bottom up; none for a state
///   that nobody was in
public record Series(
        String title,
        List<Band> bands,
        List<Level> levels,
        Labels wideLabels,
        Labels narrowLabels) {
    public static final int HEIGHT = 200;

    /// The width of the numbers at the left, in pixels.
    private static final double NUMBERS = 52;

    private static final long[] STEPS = {12, 16, 20, 24, 30, 40, 50, 60, 80, 100};

    /// @param label such as `Dec 1`, below the picture where there is room
    /// @param counts one for each of the states, in their order
    public record Point(LocalDate day, String label, List<Long> counts) {}

    public record Band(Look look, String path) {}

    /// A line across the picture with its number.
    public record Level(int y, String number) {

        public int labelY() {
            return y + 4;
        }
    }

    /// @param looks the states, from the bottom up
    /// @param points at least one, in the order of days
    /// @param formats how the reader's region writes a whole number
    public static Series of(
            String title, List<Look> looks, List<Point> points, LongFunction<String> formats) {
        var scale = new DayScale(points.getFirst().day(), points.getLast().day());
        long top = top(points);
        return new Series(
                title,
                bands(looks, points, scale, top),
                List.of(
                        new Level(0, formats.apply(top)),
                        new Level(HEIGHT / 2, formats.apply(top / 2)),
                        new Level(HEIGHT, formats.apply(0))),
                labels(points, scale, Timeline.WIDE - NUMBERS),
                labels(points, scale, Timeline.NARROW - NUMBERS));
    }

    /// The next round number whose half is whole, such as 4, 10, 24, 60, 200, 240.
    private static long top(List<Point> points) {
        long most =
                points.stream()
                        .mapToLong(
                                point -> point.counts().stream().mapToLong(Long::longValue).sum())
                        .max()
                        .orElse(0);
        if (most <= 10) {
            return Math.max(2, most + most % 2);
        }
        for (long ten = 1; ; ten *= 10) {
            for (long step : STEPS) {
                if (step * ten >= most) {
                    return step * ten;
                }
            }
        }
    }

    private static List<Band> bands(
            List<Look> looks, List<Point> points, DayScale scale, long top) {
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < looks.size(); i++) {
            int state = i;
            if (points.stream().allMatch(point -> point.counts().get(state) == 0)) {
                continue;
            }
            List<String> upper = edge(points, scale, i + 1, top);
            List<String> lower = edge(points, scale, i, top);
            Collections.reverse(lower);
            upper.addAll(lower);
            bands.add(new Band(looks.get(i), "M" + String.join("L", upper) + "z"));
        }
        return List.copyOf(bands);
    }

    /// The upper edge of the first so many states. A single point is drawn as a level line.
    private static List<String> edge(List<Point> points, DayScale scale, int states, long top) {
        List<String> edge = new ArrayList<>();
        for (Point point : points) {
            long sum = point.counts().stream().limit(states).mapToLong(Long::longValue).sum();
            edge.add(
                    x(point, points, scale)
                            + " "
                            + Percent.number(HEIGHT - (double) sum / top * HEIGHT));
        }
        if (points.size() == 1) {
            edge.add("1000 " + edge.getFirst().substring(edge.getFirst().indexOf(' ') + 1));
        }
        return edge;
    }

    private static String x(Point point, List<Point> points, DayScale scale) {
        boolean last = points.size() > 1 && point.equals(points.getLast());
        return last ? "1000" : Percent.number(scale.at(point.day()) * 10);
    }

    private static Labels labels(List<Point> points, DayScale scale, double width) {
        List<Labels.Wanted> wanted =
                points.stream()
                        .map(point -> new Labels.Wanted(scale.at(point.day()), point.label(), ""))
                        .toList();
        return Labels.place(Labels.thin(wanted, width), width, 0);
    }
}
