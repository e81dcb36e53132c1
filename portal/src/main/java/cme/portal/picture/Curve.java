package cme.portal.picture;

import cme.portal.picture.TimelineData.Step;
import cme.portal.picture.TimelineData.Window;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// A line that climbs by each completion, as paths in a box 1000 wide.
///
/// @param line empty if nothing was completed
/// @param area between the line and the bottom of the box
record Curve(String line, String area) {
    /// The space above the line, for the label.
    private static final int HEAD = 26;

    static final Curve NONE = new Curve("", "");

    /// @param days what the box shows of the window
    /// @param until the day on which the line ends
    /// @param top the amount at the top
    static Curve of(Window window, DayScale days, LocalDate until, int height, double top) {
        var path = new StringBuilder();
        double sum = 0;
        String begin = "";
        for (Step step : inOrder(window)) {
            String x = Percent.number(days.at(step.on()) * 10);
            if (path.isEmpty()) {
                begin = x;
                path.append("M").append(x).append(' ').append(height);
            } else {
                path.append("H").append(x);
            }
            sum += step.amount().doubleValue();
            path.append("V").append(y(sum, height, top));
        }
        if (path.isEmpty()) {
            return NONE;
        }
        path.append("H").append(Percent.number(days.after(until) * 10));
        return new Curve(path.toString(), path + "V" + height + "H" + begin + "z");
    }

    static int y(double amount, int height, double top) {
        return (int) Math.round(height - Math.min(amount / top, 1) * (height - HEAD));
    }

    static List<Step> inOrder(Window window) {
        return window.steps().stream().sorted(Comparator.comparing(Step::on)).toList();
    }
}
