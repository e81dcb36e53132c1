package cme.compliance.rules;

import cme.compliance.rules.Finding.Window;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The board put a diplomate on a pathway from a date on. A later record with the same `from`
/// replaces an earlier one.
///
/// @param until the last day, null while open
public record PathwaySpan(
        Pathway pathway, LocalDate from, @Nullable LocalDate until, Instant recordedAt) {

    public boolean covers(LocalDate date) {
        return !date.isBefore(from) && (until == null || !date.isAfter(until));
    }

    boolean overlaps(Window window) {
        return !from.isAfter(window.to()) && (until == null || !until.isBefore(window.from()));
    }
}
