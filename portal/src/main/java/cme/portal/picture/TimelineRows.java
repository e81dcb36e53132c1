package cme.portal.picture;

import cme.portal.picture.Timeline.Dot;
import cme.portal.picture.Timeline.Panel;
import cme.portal.picture.TimelineData.Step;
import cme.portal.picture.TimelineData.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lays out the rows of a timeline: lanes, panels and their lines.
///
/// @param today lines end there; null: they end with their window
record TimelineRows(DayScale scale, @Nullable LocalDate today) {
    static final int COMPLETIONS_MIDDLE = 17;
    private static final int GAP = 6;
    private static final int ICON = 24;

    /// More on one line and it would be all dots.
    private static final int MOST_DOTS = 24;

    Timeline.Row row(TimelineData.Row row) {
        List<List<Window>> lanes = lanes(row.windows());
        int height = height(row.climbs(), lanes.size());
        double top = top(row.windows());
        List<Panel> panels = new ArrayList<>();
        for (int lane = 0; lane < lanes.size(); lane++) {
            int y = lane * (height + GAP);
            lanes.get(lane)
                    .forEach(window -> panels.add(panel(row.climbs(), window, y, height, top)));
        }
        int all = Math.max(lanes.size(), 1) * (height + GAP);
        return new Timeline.Row(row.name(), row.note(), all, List.copyOf(panels));
    }

    private static int height(boolean climbs, int lanes) {
        if (climbs) {
            return lanes > 1 ? 68 : 88;
        }
        return 40;
    }

    /// Each window in the first lane whose last window ended before it begins.
    private List<List<Window>> lanes(List<Window> windows) {
        List<List<Window>> lanes = new ArrayList<>();
        windows.stream()
                .filter(window -> !window.to().isBefore(scale.from()))
                .filter(window -> !window.from().isAfter(scale.to()))
                .sorted(Comparator.comparing(Window::from).thenComparing(Window::to))
                .forEach(
                        window ->
                                lanes.stream()
                                        .filter(lane -> lane.getLast().to().isBefore(window.from()))
                                        .findFirst()
                                        .orElseGet(
                                                () -> {
                                                    lanes.add(new ArrayList<>());
                                                    return lanes.getLast();
                                                })
                                        .add(window));
        return lanes;
    }

    /// The amount at the top of all panels of a row, so that their dashed lines are of one height.
    /// A line that climbs to more than twice what is required leaves the picture.
    private static double top(List<Window> windows) {
        double required =
                windows.stream()
                        .mapToDouble(window -> window.required().doubleValue())
                        .max()
                        .orElse(1);
        double earned = windows.stream().mapToDouble(TimelineRows::earned).max().orElse(0);
        return Math.max(Math.min(Math.max(earned, required * 1.15), required * 2), 0.01);
    }

    private static double earned(Window window) {
        return window.steps().stream().mapToDouble(step -> step.amount().doubleValue()).sum();
    }

    private Panel panel(boolean climbs, Window window, int y, int height, double top) {
        double left = scale.at(window.from());
        double width = scale.after(window.to()) - left;
        var curve =
                climbs ? Curve.of(window, shown(window), last(window), height, top) : Curve.NONE;
        boolean icon = width / 100 * Timeline.NARROW >= ICON - 2;
        return new Panel(
                window.look(),
                Percent.of(left),
                Percent.of(width),
                y,
                height,
                curve.line(),
                curve.area(),
                climbs ? Curve.y(window.required().doubleValue(), height, top) : -1,
                label(window, width, Timeline.WIDE),
                label(window, width, Timeline.NARROW),
                icon,
                dots(climbs, window, y, height, top));
    }

    private DayScale shown(Window window) {
        return new DayScale(
                window.from().isBefore(scale.from()) ? scale.from() : window.from(),
                window.to().isAfter(scale.to()) ? scale.to() : window.to());
    }

    private LocalDate last(Window window) {
        return today == null || today.isAfter(window.to()) ? window.to() : today;
    }

    private static String label(Window window, double percent, double least) {
        double room = percent / 100 * least - ICON - 4;
        if (Labels.width(window.label(), true) <= room) {
            return window.label();
        }
        return Labels.width(window.shortLabel(), true) <= room ? window.shortLabel() : "";
    }

    private List<Dot> dots(boolean climbs, Window window, int y, int height, double top) {
        List<Dot> dots = new ArrayList<>();
        if (climbs && window.steps().size() > MOST_DOTS) {
            return dots;
        }
        double sum = 0;
        for (Step step : Curve.inOrder(window)) {
            sum += step.amount().doubleValue();
            if (scale.contains(step.on())) {
                dots.add(
                        new Dot(
                                Percent.of(scale.at(step.on())),
                                y + (climbs ? Curve.y(sum, height, top) : height - 11),
                                climbs ? "2.25" : "4",
                                ""));
            }
        }
        return List.copyOf(dots);
    }
}
