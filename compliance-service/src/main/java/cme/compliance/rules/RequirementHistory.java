package cme.compliance.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One requirement over the due years of a cycle, asked year by year: it remembers which
/// completions an earlier due year leaves to a later one.
final class RequirementHistory {

    private final Requirement requirement;
    private final OncePerRule oncePer = new OncePerRule();
    private final Map<Completion.Id, Integer> dueYearOfUsed = new HashMap<>(4);

    /// @param former the same requirement in the cycle before, null when there is none; it may have
    ///   used up completions of this cycle
    RequirementHistory(Requirement requirement, @Nullable RequirementHistory former) {
        this.requirement = requirement;
        if (former != null) {
            dueYearOfUsed.putAll(former.dueYearOfUsed);
        }
    }

    Requirement requirement() {
        return requirement;
    }

    /// Steps 4 and 5: the completions within the window, each with the reason why it does not
    /// count, if any.
    WindowEvidence evidence(Candidate[] oldestFirst, Term term, Tracer.@Nullable Chosen tracer) {
        oncePer.openWindow();
        List<WindowEvidence.Entry> inWindow = new ArrayList<>();
        for (Candidate candidate : oldestFirst) {
            if (term.window().contains(candidate.completedOn())) {
                inWindow.add(new WindowEvidence.Entry(candidate, exclusion(candidate)));
            }
        }
        return new WindowEvidence(oldestFirst, term.window(), inWindow, tracer);
    }

    /// Whether one more completion of an activity, after all others, would be a repetition.
    boolean wouldRepeat(Activity.Code code, Activity.OncePer oncePer, WindowEvidence evidence) {
        return switch (oncePer) {
            case DATE -> false;
            case WINDOW -> evidence.inWindow().stream().anyMatch(entry -> entry.takesPlaceOf(code));
            case CYCLE -> this.oncePer.takenInCycle(code);
        };
    }

    /// Notes which of the counted completions are used up for later due years.
    void use(Tally tally, Term term) {
        for (Evidence.Counted counted : tally.counted()) {
            if (usesUp(counted.completedOn(), term)) {
                dueYearOfUsed.putIfAbsent(counted.completion(), term.dueYear());
            }
        }
    }

    /// Whether a completion that counts for one due year is used up for the later ones.
    ///
    /// One completion serves one tracer (domain.md, section 3.8). A completion after the normal
    /// deadline that counted because of an extension does not count again in a later window
    /// (section 3.9). Every other completion may count in each window in which it lies.
    boolean usesUp(LocalDate completedOn, Term term) {
        return requirement instanceof TracerActivity || completedOn.isAfter(term.normalDeadline());
    }

    private @Nullable Exclusion exclusion(Candidate candidate) {
        if (candidate.exclusion() != null) {
            return candidate.exclusion();
        }
        Integer usedIn = dueYearOfUsed.isEmpty() ? null : dueYearOfUsed.get(candidate.id());
        if (usedIn != null) {
            return Exclusion.usedIn(usedIn);
        }
        Candidate first = oncePer.repeatedBy(candidate);
        return first == null ? null : Exclusion.repeating(first.id());
    }
}
