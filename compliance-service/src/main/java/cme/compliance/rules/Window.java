package cme.compliance.rules;

import java.time.LocalDate;

/// The span of dates in which a completion counts, both ends inclusive.
public record Window(LocalDate from, LocalDate to) {

    /// Three years back from 2026-12-01 is 2023-12-02 to 2026-12-01, so that windows tile.
    static Window endingOn(LocalDate deadline, int years) {
        return new Window(deadline.minusYears(years).plusDays(1), deadline);
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
