package cme.compliance.rules;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A decision of the board about one requirement in one due year. The latest record known holds.
public record Decision(
        Requirement.Id requirement,
        int dueYear,
        Ruling ruling,
        @Nullable String reason,
        Instant recordedAt) {

    public sealed interface Ruling {}

    public record Satisfied() implements Ruling {}

    public record Waived() implements Ruling {}

    /// The window ends, and the deadline is, on another day.
    public record Extended(LocalDate until) implements Ruling {}
}
