package cme.portal.picture;

import cme.portal.page.Look;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Spans over years, such as the approvals of an activity: one line each, its words above it.
///
/// @param today where the line of today stands, or null
public record TimeBar(String title, Years years, @Nullable String today, List<Row> rows) {

    /// @param to null: it has no end yet
    /// @param name such as `Tracer: abdominoplasty`
    /// @param note such as `Jan 1, 2024 – Dec 31, 2026`
    public record Span(
            Look look, LocalDate from, @Nullable LocalDate to, String name, String note) {}

    /// @param open whether it goes on beyond the picture
    public record Row(Look look, String x, String width, boolean open, String name, String note) {}

    /// @param from the first day of the picture
    public static TimeBar of(
            String title, LocalDate from, LocalDate to, LocalDate today, List<Span> spans) {
        var scale = new DayScale(from, to);
        return new TimeBar(
                title,
                Years.of(scale),
                scale.contains(today) ? Percent.of(scale.after(today)) : null,
                spans.stream().map(span -> row(span, scale)).toList());
    }

    private static Row row(Span span, DayScale scale) {
        boolean open = span.to() == null || span.to().isAfter(scale.to());
        double left = Math.min(scale.at(span.from()), 99);
        double right = open ? 100 : scale.after(span.to() == null ? scale.to() : span.to());
        return new Row(
                span.look(),
                Percent.of(left),
                Percent.of(Math.max(right - left, 1)),
                open,
                span.name(),
                span.note());
    }
}
