package cme.portal.picture;

import cme.portal.page.Look;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The years at a glance: a row a requirement, in it a panel a window, with a line that climbs by
/// what was completed and a dashed one at what is required. Windows that overlap lie in lanes.
///
/// @param deadlines where the lines of deadlines stand
/// @param wideLabels the labels of deadlines where the picture is wide, `narrowLabels` on a phone
/// @param words each window in a sentence
public record Timeline(
        String title,
        Years years,
        List<Row> rows,
        List<String> deadlines,
        Labels wideLabels,
        Labels narrowLabels,
        @Nullable Today today,
        List<Dot> completions,
        List<String> words) {
    /// The least width of the plot, in pixels, where the names of rows stand beside it.
    static final double WIDE = 440;

    /// The least width of the plot on a screen of 320 pixels.
    static final double NARROW = 250;

    public record Row(String name, String note, int height, List<Panel> panels) {}

    /// @param line the climbing line in a box 1000 wide and as high as the panel; empty if none
    /// @param area below the line
    /// @param target the height of the dashed line in that box; -1 if none
    /// @param label what fits where the picture is wide; empty if nothing
    /// @param narrowLabel what fits on a phone
    /// @param icon whether the shape of the state fits, in both
    public record Panel(
            Look look,
            String x,
            String width,
            int y,
            int height,
            String line,
            String area,
            int target,
            String label,
            String narrowLabel,
            boolean icon,
            List<Dot> dots) {

        public int labelY() {
            return y + 17;
        }

        public int iconY() {
            return y + 6;
        }

        public int targetY() {
            return y + target;
        }
    }

    /// @param x where its line stands; the label may lie beside it at the edges
    public record Today(String x, Label label) {}

    /// @param y the middle, from the top of its row
    public record Dot(String x, int y, String radius, String title) {}

    public static Timeline of(TimelineData data) {
        var scale = new DayScale(data.from(), data.to());
        var layout = new TimelineRows(scale, data.today());
        return new Timeline(
                data.title(),
                Years.of(scale),
                data.rows().stream().map(layout::row).toList(),
                data.deadlines().stream()
                        .filter(deadline -> scale.contains(deadline.on()))
                        .map(deadline -> Percent.of(scale.after(deadline.on())))
                        .distinct()
                        .toList(),
                labels(data, scale, WIDE),
                labels(data, scale, NARROW),
                today(data, scale),
                data.completions().stream()
                        .filter(completion -> scale.contains(completion.on()))
                        .map(completion -> dot(completion, scale))
                        .toList(),
                words(data));
    }

    private static Labels labels(TimelineData data, DayScale scale, double width) {
        return Labels.place(
                data.deadlines().stream()
                        .filter(deadline -> scale.contains(deadline.on()))
                        .map(
                                deadline ->
                                        new Labels.Wanted(
                                                scale.after(deadline.on()),
                                                deadline.name(),
                                                width == WIDE
                                                        ? deadline.date()
                                                        : deadline.shortDate()))
                        .toList(),
                width,
                0);
    }

    private static @Nullable Today today(TimelineData data, DayScale scale) {
        if (data.today() == null || !scale.contains(data.today())) {
            return null;
        }
        double at = scale.after(data.today());
        var wanted = new Labels.Wanted(at, data.todayWord(), "");
        return new Today(
                Percent.of(at), Labels.place(List.of(wanted), NARROW, 0).labels().getFirst());
    }

    private static Dot dot(TimelineData.Completion completion, DayScale scale) {
        double radius = Math.clamp(Math.sqrt(completion.credits().doubleValue()) * 1.2, 2.5, 9);
        return new Dot(
                Percent.of(scale.at(completion.on())),
                TimelineRows.COMPLETIONS_MIDDLE,
                Percent.number(radius),
                completion.title());
    }

    private static List<String> words(TimelineData data) {
        return data.rows().stream()
                .flatMap(
                        row ->
                                row.windows().stream()
                                        .map(window -> row.name() + ": " + window.words()))
                .toList();
    }
}
