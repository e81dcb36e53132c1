package cme.compliance.record;

import cme.chassis.problem.Violation;
import cme.compliance.record.CycleSequence.Place;
import cme.compliance.rules.ApprovedActivity;
import cme.compliance.rules.CreditTotal;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.Decision;
import cme.compliance.rules.PatientSafetyCredits;
import cme.compliance.rules.Requirement;
import cme.compliance.rules.RuleSet;
import cme.compliance.rules.TracerActivity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The years of a cycle in which requirements are due.
public final class DueYears {

    /// How revisions name the year of a cycle.
    public static final String AS_RECORDED =
            "The due year of the first recorded cycle; of another cycle, its calendar year";

    private DueYears() {}

    /// The violation of a due year that is one of no cycle of the diplomate.
    public static Violation ofNoCycle(int dueYear) {
        return new Violation(
                "/dueYear",
                "due-year.unknown",
                "%d is no year of a cycle of the diplomate.".formatted(dueYear));
    }

    /// The years that ask for a tracer.
    public static SortedSet<Integer> ofTracers(RuleSet rules) {
        return of(rules, DueYears::asksForTracer);
    }

    /// The years of one requirement; empty if the set has no such requirement.
    public static SortedSet<Integer> of(RuleSet rules, Requirement.Id requirement) {
        return of(rules, r -> r.id().equals(requirement));
    }

    /// Whether a tracer is asked for in a due year, which the record names so.
    public static boolean hasTracer(CycleSequence cycles, int recorded) {
        return cycles.ofRecorded(recorded)
                .filter(
                        place ->
                                ofTracers(place.rules())
                                        .contains(place.dueYearOf(recorded).orElseThrow()))
                .isPresent();
    }

    /// Whether a decision is about a due year of a cycle, and extends it if it extends anything.
    public static boolean fits(CycleSequence cycles, Decision decision) {
        return cycles.ofRecorded(decision.dueYear())
                .filter(place -> fits(place, decision))
                .isPresent();
    }

    private static boolean fits(Place place, Decision decision) {
        LocalDate until = RulingKind.until(decision.ruling());
        RuleSet rules = place.rules();
        int dueYear = place.dueYearOf(decision.dueYear()).orElseThrow();
        return of(rules, decision.requirement()).contains(dueYear)
                && (until == null || until.isAfter(rules.deadlineOf(place.cycle(), dueYear)));
    }

    /// The faults of a decision about a due year of a cycle.
    public static List<Violation> violations(RuleSet rules, Cycle cycle, Decision decision) {
        SortedSet<Integer> years = of(rules, decision.requirement());
        List<Violation> violations = new ArrayList<>();
        if (years.isEmpty()) {
            violations.add(
                    new Violation(
                            "/requirement",
                            "requirement.unknown",
                            "%s has the requirements %s."
                                    .formatted(
                                            rules.id(),
                                            rules.requirements().stream()
                                                    .map(r -> r.id().value())
                                                    .toList())));
        } else if (!years.contains(decision.dueYear())) {
            violations.add(
                    new Violation(
                            "/dueYear",
                            "due-year.unknown",
                            "%s is due in years %s.".formatted(decision.requirement(), years)));
        }
        LocalDate deadline = rules.deadlineOf(cycle, decision.dueYear());
        LocalDate until = RulingKind.until(decision.ruling());
        if (until != null && !until.isAfter(deadline)) {
            violations.add(
                    new Violation(
                            "/until",
                            "until.not-after-deadline",
                            "The deadline is %s: an extension ends after it.".formatted(deadline)));
        }
        return violations;
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
