package cme.compliance.rules;

import cme.compliance.rules.Activity.OncePer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One requirement on its way through the due years of a cycle: what an earlier due year leaves for
/// a later one.
final class RequirementHistory {

    private final Requirement requirement;
    private final OncePerRule oncePer = new OncePerRule();
    private final Map<Candidate, Integer> dueYearOfUsed = new HashMap<>(4);

    RequirementHistory(Requirement requirement) {
        this.requirement = requirement;
    }

    Requirement requirement() {
        return requirement;
    }

    /// Steps 4 and 5: the completions within the window, each with the reason why it does not
    /// count, if any.
    WindowEvidence docket(Candidate[] oldestFirst, Term term, Tracer.@Nullable Chosen tracer) {
        oncePer.openWindow();
        List<WindowEvidence.Entry> inWindow = new ArrayList<>();
        for (Candidate candidate : oldestFirst) {
            if (term.window().contains(candidate.completedOn())) {
                candidate.inSomeWindow = true;
                inWindow.add(new WindowEvidence.Entry(candidate, setAside(candidate)));
            }
        }
        return new WindowEvidence(oldestFirst, term.window(), inWindow, tracer);
    }

    /// Whether one more completion of an activity, after all those before the docket, would be a
    /// repetition.
    boolean wouldRepeat(Activity.Code code, OncePer oncePerWhat, WindowEvidence docket) {
        return switch (oncePerWhat) {
            case DATE -> false;
            case WINDOW -> docket.inWindow().stream().anyMatch(entry -> entry.takesPlaceOf(code));
            case CYCLE -> oncePer.takenInCycle(code);
        };
    }

    /// One completion serves one tracer; and what was counted after the normal deadline, thanks to
    /// an extension, is not counted again in a later window. Everything else may count in every
    /// window it lies in.
    void use(Tally tally, Term term) {
        for (Candidate candidate : tally.countedCandidates()) {
            if (uses(candidate.completedOn(), term)) {
                dueYearOfUsed.putIfAbsent(candidate, term.dueYear());
            }
        }
    }

    /// Whether what is counted for one due year is used up for the later ones.
    boolean uses(LocalDate completedOn, Term term) {
        return requirement instanceof TracerActivity || completedOn.isAfter(term.normalDeadline());
    }

    private @Nullable Exclusion setAside(Candidate candidate) {
        if (candidate.setAside != null) {
            return candidate.setAside;
        }
        Integer usedIn = dueYearOfUsed.isEmpty() ? null : dueYearOfUsed.get(candidate);
        if (usedIn != null) {
            return Exclusion.usedIn(usedIn);
        }
        Candidate first = oncePer.repeatedBy(candidate);
        return first == null ? null : Exclusion.repeating(first.id());
    }
}
