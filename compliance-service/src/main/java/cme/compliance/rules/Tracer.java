package cme.compliance.rules;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A record about the tracer of one due year. The latest record known is in force.
public sealed interface Tracer {

    int dueYear();

    Instant recordedAt();

    /// @param completedOn the day on which the procedure was completed, null while it is chosen and
    ///   not finished
    record Chosen(
            int dueYear,
            ProcedureCode procedure,
            @Nullable LocalDate completedOn,
            Instant recordedAt)
            implements Tracer {

        /// The same under another number of its due year.
        public Chosen inDueYear(int number) {
            return new Chosen(number, procedure, completedOn, recordedAt);
        }
    }

    record Removed(int dueYear, Instant recordedAt) implements Tracer {}
}
