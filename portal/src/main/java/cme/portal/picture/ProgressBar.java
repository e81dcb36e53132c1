package cme.portal.picture;

import cme.portal.page.Look;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// How much of what is required is there: a bar made of its parts, and a mark where it suffices.
///
/// @param words the same in words, such as `145.75 of 150`
/// @param mark where the bar suffices; at the right edge unless there is more than required
public record ProgressBar(Look look, String words, List<Segment> segments, String mark) {
    private static final double NARROWEST = 1.2;

    /// @param amount credits, more than 0
    /// @param title such as the title of the completion
    public record Part(BigDecimal amount, String title) {}

    /// @param seam whether a line parts it from the segment before it
    public record Segment(String x, String width, boolean seam, String title) {}

    /// @param required credits; 0 counts as sufficed
    /// @param parts in the order of the bar
    public static ProgressBar of(Look look, String words, BigDecimal required, List<Part> parts) {
        double need = required.doubleValue();
        double sum = parts.stream().mapToDouble(part -> part.amount().doubleValue()).sum();
        double scale = Math.max(Math.max(need, sum), 0.01);
        return new ProgressBar(
                look, words, segments(parts, scale), Percent.of(Math.min(need / scale, 1) * 100));
    }

    /// A bar of one piece.
    public static ProgressBar of(Look look, String words, BigDecimal required, BigDecimal earned) {
        return of(look, words, required, List.of(new Part(earned, words)));
    }

    /// Parts too narrow to be seen are drawn as one with the next, or else the bar is all seams.
    private static List<Segment> segments(List<Part> parts, double scale) {
        List<Segment> segments = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        double x = 0;
        double width = 0;
        for (int i = 0; i < parts.size(); i++) {
            width += parts.get(i).amount().doubleValue() / scale * 100;
            titles.add(parts.get(i).title());
            if (width >= NARROWEST || (i == parts.size() - 1 && width > 0)) {
                segments.add(segment(x, width, String.join(", ", titles)));
                titles.clear();
                x += width;
                width = 0;
            }
        }
        return List.copyOf(segments);
    }

    private static Segment segment(double x, double width, String title) {
        return new Segment(Percent.of(x), Percent.of(width), x > 0, title);
    }
}
