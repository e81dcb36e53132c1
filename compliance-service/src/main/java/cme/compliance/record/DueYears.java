package cme.compliance.record;

import cme.compliance.rules.ApprovedActivity;
import cme.compliance.rules.CreditTotal;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.Decision;
import cme.compliance.rules.PatientSafetyCredits;
import cme.compliance.rules.Requirement;
import cme.compliance.rules.RuleSet;
import cme.compliance.rules.TracerActivity;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The years of a cycle in which requirements are due.
public final class DueYears {

    private DueYears() {}

    /// The years that ask for a tracer.
    public static SortedSet<Integer> ofTracers(RuleSet rules) {
        return of(rules, DueYears::asksForTracer);
    }

    /// The years of one requirement; empty if the set has no such requirement.
    public static SortedSet<Integer> of(RuleSet rules, Requirement.Id requirement) {
        return of(rules, r -> r.id().equals(requirement));
    }

    /// Whether a decision is about a due year of the cycle, and extends it if it extends anything.
    public static boolean fits(Decision decision, RuleSet rules, Cycle cycle) {
        LocalDate until = RulingKind.until(decision.ruling());
        return of(rules, decision.requirement()).contains(decision.dueYear())
                && (until == null || until.isAfter(rules.deadlineOf(cycle, decision.dueYear())));
    }

    private static SortedSet<Integer> of(RuleSet rules, Predicate<Requirement> which) {
        SortedSet<Integer> years = new TreeSet<>();
        rules.requirements().stream().filter(which).forEach(r -> years.addAll(r.dueYears()));
        return years;
    }

    private static boolean asksForTracer(Requirement requirement) {
        return switch (requirement) {
            case TracerActivity _ -> true;
            case CreditTotal _, PatientSafetyCredits _, ApprovedActivity _ -> false;
        };
    }
}
