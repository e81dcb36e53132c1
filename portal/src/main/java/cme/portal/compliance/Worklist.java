package cme.portal.compliance;

import cme.portal.services.Absent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of diplomates, with the number of all that are found.
///
/// @param nextCursor Send back as `cursor`; null on the last page
/// @param total The number of diplomates on all pages. It may be a second old when they are more
///   than one page holds
public record Worklist(List<Entry> items, @Nullable String nextCursor, long total) {
    public Worklist {
        items = Absent.list(items);
    }

    /// The standing of a diplomate today.
    ///
    /// @param findings The findings that match the filter; without a filter all
    public record Entry(
            String diplomateId,
            LocalDate asOf,
            String ruleSet,
            String pathway,
            String standing,
            String summary,
            @Nullable LocalDate nextDeadline,
            @Nullable LocalDate nextChangeOn,
            List<Line> findings) {
        public Entry {
            findings = Absent.list(findings);
        }
    }

    /// A finding without what it is made of.
    public record Line(
            String requirement,
            int dueYear,
            LocalDate deadline,
            String state,
            String unit,
            BigDecimal required,
            BigDecimal earned,
            BigDecimal remaining) {}
}
