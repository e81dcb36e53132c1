package cme.compliance.rules;

import cme.compliance.rules.Activity.Purpose;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The board's word on an activity for one purpose and a span of dates, both ends inclusive.
///
/// @param procedures the tracer procedures it is aligned with, empty for the other purposes
/// @param until null while open
public record Approval(
        Purpose purpose, Set<ProcedureCode> procedures, LocalDate from, @Nullable LocalDate until) {

    public Approval {
        procedures = Set.copyOf(procedures);
    }

    public boolean inForceOn(LocalDate date) {
        return !date.isBefore(from) && (until == null || !date.isAfter(until));
    }
}
