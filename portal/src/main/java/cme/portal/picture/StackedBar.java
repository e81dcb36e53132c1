package cme.portal.picture;

import cme.portal.page.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How many are in each state: one bar, and a tile for each state, which may be a link that
/// filters.
///
/// @param words the same in words, such as `31 Not met, 0 Late`
public record StackedBar(String words, List<Segment> segments, List<Count> counts) {
    private static final double NARROWEST = 0.9;

    /// @param number the count as the reader's region writes it
    /// @param href where the tile leads, or null if it is no link
    /// @param current whether the list below shows these only
    public record Count(
            Look look,
            String word,
            long count,
            String number,
            @Nullable String href,
            boolean current) {

        public boolean isNone() {
            return count == 0;
        }
    }

    public record Segment(Look look, String x, String width, boolean seam, String title) {}

    /// @param counts in the order of the bar, none below 0
    public static StackedBar of(List<Count> counts) {
        return new StackedBar(
                counts.stream()
                        .map(count -> count.number() + " " + count.word())
                        .collect(Collectors.joining(", ")),
                segments(counts),
                List.copyOf(counts));
    }

    /// However few they are, a state that is there is seen: it takes its width from the others.
    private static List<Segment> segments(List<Count> counts) {
        double all = counts.stream().mapToLong(Count::count).sum();
        double widths = counts.stream().mapToDouble(count -> width(count, all)).sum();
        List<Segment> segments = new ArrayList<>();
        double x = 0;
        for (Count count : counts) {
            if (count.count() > 0) {
                double width = width(count, all) / widths * 100;
                segments.add(
                        new Segment(
                                count.look(),
                                Percent.of(x),
                                Percent.of(width),
                                x > 0,
                                count.number() + " " + count.word()));
                x += width;
            }
        }
        return List.copyOf(segments);
    }

    private static double width(Count count, double all) {
        return count.count() == 0 ? 0 : Math.max(count.count() / all * 100, NARROWEST);
    }
}
