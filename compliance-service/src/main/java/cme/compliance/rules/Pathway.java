package cme.compliance.rules;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The set of requirements that hold for a diplomate. Special circumstances: not actively
/// practising, approved by the board.
///
/// The pathway that covers the deadline rules a due year; where no span covers it, it is the
/// standard one (domain.md, section 2).
public enum Pathway {
    STANDARD,
    SPECIAL_CIRCUMSTANCES;

    /// The board put a diplomate on a pathway from a date on. A later record with the same `from`
    /// replaces an earlier one.
    ///
    /// @param until the last day, null while open
    public record Span(
            Pathway pathway, LocalDate from, @Nullable LocalDate until, Instant recordedAt) {

        public boolean covers(LocalDate date) {
            return !date.isBefore(from) && (until == null || !date.isAfter(until));
        }

        boolean overlaps(Finding.Window window) {
            return !from.isAfter(window.to()) && (until == null || !until.isBefore(window.from()));
        }
    }
}
