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

    /// The same under another number of its due year.
    public Decision inDueYear(int number) {
        return new Decision(requirement, number, ruling, reason, recordedAt);
    }

    /// Whether it moves a deadline to that day or a later one.
    boolean extendsUntil(LocalDate day) {
        return ruling instanceof Extended(LocalDate until) && !until.isBefore(day);
    }

    public sealed interface Ruling {}

    public record Satisfied() implements Ruling {}

    public record Waived() implements Ruling {}

    /// Moves the end of the window and the deadline to another day.
    public record Extended(LocalDate until) implements Ruling {}
}
