package cme.compliance.status;

import cme.chassis.json.Fields;
import cme.compliance.Dates;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// For which day, and known at which instant, readiness is asked for.
///
/// @param asOf null for today
/// @param knownAt null for now
public record StatusQuestion(@Nullable LocalDate asOf, @Nullable Instant knownAt) {

    /// Reads it from a query and reports all that is wrong with it.
    static StatusQuestion read(Fields query) {
        return new StatusQuestion(Dates.read(query, "asOf"), query.instant("knownAt"));
    }

    /// The same for answers that always use all that is known.
    public static StatusQuestion readAsOf(Fields query) {
        return new StatusQuestion(Dates.read(query, "asOf"), null);
    }
}
