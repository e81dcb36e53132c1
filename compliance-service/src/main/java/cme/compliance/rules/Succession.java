package cme.compliance.rules;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// The place of a cycle among the cycles of a diplomate, which follow one another. A completion
/// counts in the cycle in whose years it lies (domain.md, section 2), and in the years of the next
/// one only for a requirement that the board has extended until then.
///
/// @param former the cycle before; null for the first one, which also has what was completed before
/// @param nextBegins first day of the next cycle; null for the last one, which also has what was
///   completed after it
public record Succession(@Nullable Former former, @Nullable LocalDate nextBegins) {

    /// The only cycle of a diplomate.
    public static final Succession ALONE = new Succession(null, null);

    /// The cycle before with its own facts; an extension may use up completions of the next one.
    public record Former(RuleSet rules, Facts facts) {}

    Succession withCompletions(Collection<Completion> more) {
        return former == null
                ? this
                : new Succession(
                        new Former(former.rules(), former.facts().withCompletions(more)),
                        nextBegins);
    }

    /// Whether something completed on a day belongs to an earlier cycle than this one.
    boolean isBefore(LocalDate day, Cycle cycle) {
        return former != null && day.isBefore(cycle.begins());
    }

    /// Whether something completed on a day belongs to a later cycle than this one.
    boolean isAfter(LocalDate day) {
        return nextBegins != null && !day.isBefore(nextBegins);
    }
}
