package cme.compliance.assessment;

import cme.chassis.json.Fields;
import cme.compliance.Dates;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The day for which readiness is asked, and the instant at which the facts were known.
///
/// @param asOf null for today
/// @param knownAt null for now
/// @param cycle a year of the cycle to read; null for the cycle to which the day belongs
public record StatusQuestion(
        @Nullable LocalDate asOf, @Nullable Instant knownAt, @Nullable Integer cycle) {

    public static final StatusQuestion OF_TODAY = new StatusQuestion(null, null, null);

    /// Reads it from a query and reports every violation.
    public static StatusQuestion read(Fields query) {
        return new StatusQuestion(
                Dates.read(query, "asOf"),
                query.instant("knownAt"),
                query.integer("cycle", Dates.FIRST_YEAR, Dates.LAST_YEAR));
    }

    /// The same for answers that always use everything that is known.
    public static StatusQuestion readAsOf(Fields query) {
        return new StatusQuestion(Dates.read(query, "asOf"), null, null);
    }
}
