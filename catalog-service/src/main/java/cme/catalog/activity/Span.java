package cme.catalog.activity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Days from one to another, both inclusive.
///
/// @param until last day; null while no end is known
public record Span(LocalDate from, @Nullable LocalDate until) {

    public Span {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("a span ends before it begins");
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
