package cme.portal.picture;

import cme.portal.page.Look;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The data of the years at a glance. All words come as they are to be read.
///
/// @param from the first day of the picture, to the last
/// @param today where the line of today stands, or null if it lies outside
/// @param todayWord such as `Today`, or the day that was asked for
public record TimelineData(
        String title,
        LocalDate from,
        LocalDate to,
        @Nullable LocalDate today,
        String todayWord,
        List<Row> rows,
        List<Deadline> deadlines,
        List<Completion> completions) {

    public TimelineData {
        rows = List.copyOf(rows);
        deadlines = List.copyOf(deadlines);
        completions = List.copyOf(completions);
    }

    /// A requirement.
    ///
    /// @param note such as `150 in each window`
    /// @param climbs whether amounts add up to a line; else each completion is a dot
    public record Row(String name, String note, boolean climbs, List<Window> windows) {}

    /// The days that count for one deadline, and what was completed in them.
    ///
    /// @param label in the panel, such as `145.75 / 150`
    /// @param shortLabel where the panel is narrow, such as `145.75`
    /// @param words the same for a screen reader, with days and state
    public record Window(
            LocalDate from,
            LocalDate to,
            Look look,
            BigDecimal required,
            String label,
            String shortLabel,
            String words,
            List<Step> steps) {}

    public record Step(LocalDate on, BigDecimal amount) {}

    /// @param name such as `Year 6`
    /// @param date such as `Dec 1, 2026`
    /// @param shortDate such as `’26`
    public record Deadline(LocalDate on, String name, String date, String shortDate) {}

    public record Completion(LocalDate on, BigDecimal credits, String title) {}
}
