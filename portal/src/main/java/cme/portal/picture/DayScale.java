package cme.portal.picture;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Days across the width of a picture.
///
/// @param from the first day, at the left edge
/// @param to the last day; its evening is the right edge
record DayScale(LocalDate from, LocalDate to) {

    DayScale {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "the picture ends before it begins: " + from + ", " + to);
        }
    }

    /// Where a day begins, 0 to 100; days outside lie on the edge.
    double at(LocalDate day) {
        double all = ChronoUnit.DAYS.between(from, to) + 1.0;
        return Math.clamp(ChronoUnit.DAYS.between(from, day) / all * 100, 0, 100);
    }

    /// Where a day ends.
    double after(LocalDate day) {
        return at(day.plusDays(1));
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
