package cme.compliance.rules;

import cme.compliance.rules.WindowEvidence.Entry;
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
        List<Entry> inWindow = new ArrayList<>();
        for (Candidate candidate : oldestFirst) {
            if (term.window().contains(candidate.completedOn())) {
                inWindow.add(entry(candidate, tracer));
            }
        }
        return new WindowEvidence(oldestFirst, term, inWindow, Map.copyOf(dueYearOfUsed), tracer);
    }

    /// Whether one more completion of an activity, after all others, would be a repetition.
    boolean wouldRepeat(Activity.Code code, Activity.OncePer oncePer, WindowEvidence evidence) {
        return switch (oncePer) {
            case DATE -> false;
            case WINDOW ->
                    evidence.inWindow().stream()
                            .filter(entry -> entry.exclusion() == null)
                            .map(Entry::candidate)
                            .anyMatch(c -> code.equals(c.code()) && serves(c, evidence.tracer()));
            case CYCLE -> this.oncePer.takenInCycle(code);
        };
    }

    /// Notes which of the counted completions are used up for later due years.
    void use(Tally tally, Term term) {
        int earned = 0;
        for (Evidence.Counted counted : tally.counted()) {
            if (usesUp(counted.completedOn(), term, earned)) {
                dueYearOfUsed.putIfAbsent(counted.completion(), term.dueYear());
            }
            earned += counted.amount().quarters();
        }
    }

    /// Whether a completion that counts for one due year is used up for the later ones.
    ///
    /// One completion serves one tracer (domain.md, section 3.8). A completion after the normal
    /// deadline that counted because of an extension does not count again in a later window, if the
    /// extended finding still needed it (section 3.9). Every other completion may count in each
    /// window in which it lies.
    ///
    /// @param earnedBefore the quarters that the completions before it brought to the finding
    boolean usesUp(LocalDate completedOn, Term term, int earnedBefore) {
        return requirement instanceof TracerActivity
                || (completedOn.isAfter(term.normalDeadline())
                        && earnedBefore < requirement.required().quarters());
    }

    private Entry entry(Candidate candidate, Tracer.@Nullable Chosen tracer) {
        if (candidate.exclusion() != null) {
            return new Entry(candidate, candidate.exclusion());
        }
        Integer usedIn = dueYearOfUsed.isEmpty() ? null : dueYearOfUsed.get(candidate.id());
        if (usedIn != null) {
            return new Entry(candidate, Exclusion.usedIn(usedIn));
        }
        Candidate first = oncePer.repeatedBy(candidate, serves(candidate, tracer));
        return new Entry(candidate, first == null ? null : Exclusion.repeating(first.id()));
    }

    /// Whether a completion could serve the requirement at all: an approval that is asked for was
    /// in force that day.
    private boolean serves(Candidate candidate, Tracer.@Nullable Chosen tracer) {
        LocalDate date = candidate.completedOn();
        return switch (requirement) {
            case CreditTotal _, PatientSafetyCredits _ -> true;
            case TracerActivity _ -> TracerActivity.serves(candidate.activity(), tracer, date);
            case ApprovedActivity approved -> approved.serves(candidate.activity(), date);
        };
    }
}
