package cme.compliance.rules;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A decision of the board about one requirement in one due year. The latest record known is in
/// force (domain.md, section 3.9).
public record Decision(
        Requirement.Id requirement,
        int dueYear,
        Ruling ruling,
        @Nullable String reason,
        Instant recordedAt) {

    public sealed interface Ruling {}

    public record Satisfied() implements Ruling {}

    public record Waived() implements Ruling {}

    /// Moves the end of the window and the deadline to another day.
    public record Extended(LocalDate until) implements Ruling {}
}
