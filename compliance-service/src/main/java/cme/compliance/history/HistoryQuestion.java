package cme.compliance.history;

import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.compliance.Dates;
import cme.compliance.InstantCursor;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The part of a history that a caller asks for.
///
/// @param from first day; null for the beginning
/// @param to last day; null for today
/// @param after the moment of the last entry on the page before; null for the first page
record HistoryQuestion(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Instant after,
        PageRequest page) {

    /// Reports every violation.
    static HistoryQuestion read(Fields query) {
        LocalDate from = Dates.read(query, "from");
        LocalDate to = Dates.read(query, "to");
        if (from != null && to != null && to.isBefore(from)) {
            query.violation("to", "to.before-from", "The last day is before the first.");
        }
        PageRequest page = InstantCursor.page(query);
        query.complete();
        return new HistoryQuestion(from, to, InstantCursor.after(page), page);
    }
}
