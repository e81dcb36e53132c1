package cme.portal.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Gives labels along a picture places where none covers another: a label that does not fit beside
/// the one before it goes a tier lower.
///
/// @param labels with their places
/// @param height of all tiers
public record Labels(List<Label> labels, int height) {
    static final int LINE = 15;
    private static final int GAP = 4;

    /// @param at where it belongs, 0 to 100
    record Wanted(double at, String text, String second) {
        private double width() {
            return second.isEmpty()
                    ? Labels.width(text, false)
                    : Math.max(Labels.width(text, true), Labels.width(second, false));
        }
    }

    private record Span(double left, double right) {}

    /// @param width the least width of the picture, in pixels
    /// @param top the space above the first tier
    static Labels place(List<Wanted> wanted, double width, int top) {
        int tierHeight =
                wanted.stream().anyMatch(one -> !one.second().isEmpty()) ? 2 * LINE + 6 : 20;
        List<Double> tierEnds = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        wanted.stream()
                .sorted(Comparator.comparingDouble(Wanted::at))
                .forEach(
                        one -> {
                            Span span = span(one, width);
                            int tier = tier(tierEnds, span);
                            labels.add(label(one, span, width, top + tier * tierHeight + LINE));
                        });
        return new Labels(List.copyOf(labels), top + Math.max(tierEnds.size(), 1) * tierHeight);
    }

    private static Span span(Wanted one, double width) {
        double middle = one.at() / 100 * width;
        double half = one.width() / 2;
        if (middle < half) {
            return new Span(0, one.width());
        }
        return middle > width - half
                ? new Span(width - one.width(), width)
                : new Span(middle - half, middle + half);
    }

    private static int tier(List<Double> ends, Span span) {
        for (int tier = 0; tier < ends.size(); tier++) {
            if (ends.get(tier) + GAP <= span.left()) {
                ends.set(tier, span.right());
                return tier;
            }
        }
        ends.add(span.right());
        return ends.size() - 1;
    }

    private static Label label(Wanted one, Span span, double width, int y) {
        if (span.left() == 0) {
            return new Label("0%", "start", y, one.text(), one.second());
        }
        return span.right() == width
                ? new Label("100%", "end", y, one.text(), one.second())
                : new Label(Percent.of(one.at()), "middle", y, one.text(), one.second());
    }

    /// About the width of a text of 12 pixels; rather too much.
    static double width(String text, boolean strong) {
        return text.length() * (strong ? 7.2 : 6.8);
    }

    /// Every label with room for itself, or else every second, every third and so on.
    static List<Wanted> thin(List<Wanted> wanted, double width) {
        for (int every = 1; every < wanted.size(); every++) {
            List<Wanted> some = every(wanted, every);
            if (fit(some, width)) {
                return some;
            }
        }
        return wanted.isEmpty() ? wanted : List.of(wanted.getFirst());
    }

    private static List<Wanted> every(List<Wanted> wanted, int step) {
        List<Wanted> some = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i += step) {
            some.add(wanted.get(i));
        }
        return some;
    }

    private static boolean fit(List<Wanted> wanted, double width) {
        double end = -GAP;
        for (Wanted one : wanted) {
            Span span = span(one, width);
            if (span.left() < end + GAP) {
                return false;
            }
            end = span.right();
        }
        return true;
    }
}
