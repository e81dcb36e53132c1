package cme.compliance.rules;

import cme.compliance.rules.Amount.Unit;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One requirement in one due year: what was asked, what counts and what does not, and why.
///
/// @param deadline December 1 of the due year, or the day until which the board extended it
/// @param earned the sum of what is counted; may be more than required
/// @param metOn date of the completion that reached the required amount, null while short or when
///   met by decision alone
/// @param missing parts of a tracer requirement that are missing, also when a decision settled it
/// @param decision the decision of the board in force, if any; the arithmetic stays as it is
/// @param counted oldest first
/// @param notCounted oldest first: completions in the window that would have counted but for the
///   reason, and near misses
public record Finding(
        Requirement.Id requirement,
        String title,
        int dueYear,
        LocalDate deadline,
        Window window,
        State state,
        Amount required,
        Amount earned,
        Amount remaining,
        @Nullable LocalDate metOn,
        List<Missing> missing,
        @Nullable Decision decision,
        List<Evidence.Counted> counted,
        List<Evidence.NotCounted> notCounted) {

    public Finding {
        missing = List.copyOf(missing);
        counted = List.copyOf(counted);
        notCounted = List.copyOf(notCounted);
    }

    public Key key() {
        return new Key(requirement, dueYear);
    }

    public Unit unit() {
        return required.unit();
    }
}
