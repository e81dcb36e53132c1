package cme.compliance.rules;

import cme.compliance.rules.Activity.Purpose;
import cme.compliance.rules.Finding.Missing;
import cme.compliance.rules.Finding.State;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Step 12: one sentence a person can act on, with the arithmetic (domain.md, section 3.12).
///
/// It names the worst first and, where learning can no longer mend that, the next open finding.
record Summary(RuleSet rules, Cycle cycle, List<Finding> findings, LocalDate asOf) {

    String sentence(Standing standing) {
        return switch (standing) {
            case COMPLETE ->
                    "Complete: everything in the cycle %d-%d is met or waived."
                            .formatted(cycle.startYear(), cycle.calendarYear(rules.cycleYears()));
            case ON_TRACK -> onTrack();
            case DUE_SOON -> upperFirst(toDo(worst(State.DUE_SOON))) + ".";
            case LATE -> late(worst(State.LATE)) + next() + ".";
            case DECISION_NEEDED -> undecided(worst(State.DECISION_NEEDED)) + next() + ".";
            case NOT_MET -> "Not met: short " + dueBy(worst(State.NOT_MET)) + next() + ".";
        };
    }

    /// The standing comes from a finding in the state that has its name, so there is one.
    private Group worst(State state) {
        return Group.earliest(findings, state).orElseThrow();
    }

    private String onTrack() {
        Optional<Group> group = Group.earliest(findings, State.IN_PROGRESS);
        if (group.isPresent()) {
            return "On track: " + toDo(group.get()) + ".";
        }
        LocalDate opens =
                findings.stream()
                        .filter(finding -> finding.state() == State.UPCOMING)
                        .map(finding -> finding.window().from())
                        .min(LocalDate::compareTo)
                        .orElse(asOf);
        return "On track: nothing is open; the next window opens on " + opens + ".";
    }

    private String toDo(Group group) {
        LocalDate by = group.deadline();
        return "short " + amounts(group) + " by " + by + " (" + daysLeft(by) + ")";
    }

    private String late(Group group) {
        LocalDate until =
                rules.deadlineOf(cycle, group.first().dueYear()).plusDays(rules.latePeriodDays());
        String taken = "; submissions are taken until " + until + " (" + daysLeft(until) + ")";
        return "Late: short " + dueBy(group) + taken;
    }

    private String undecided(Group group) {
        return "The board has to decide on "
                + dueBy(group)
                + ", as special circumstances covered a part of the window";
    }

    private String dueBy(Group group) {
        String others = group.others() == 0 ? "" : " (and " + group.others() + " more)";
        return amounts(group) + " due by " + group.deadline() + others;
    }

    /// The next finding that learning can still close, although something worse is over.
    private String next() {
        return Group.earliest(findings, State.DUE_SOON, State.IN_PROGRESS)
                .map(group -> "; next, " + toDo(group))
                .orElse("");
    }

    private String amounts(Group group) {
        List<String> amounts = group.findings().stream().map(this::amount).toList();
        int last = amounts.size() - 1;
        return last == 0
                ? amounts.getFirst()
                : String.join(", ", amounts.subList(0, last)) + " and " + amounts.get(last);
    }

    private String amount(Finding finding) {
        Amount remaining = finding.remaining();
        return switch (rules.requirement(finding.requirement())) {
            case CreditTotal _ -> remaining + " CME credits";
            case PatientSafetyCredits _ -> remaining + " patient-safety credits";
            case TracerActivity _ ->
                    finding.missing().contains(Missing.TRACER_PROCEDURE)
                            ? "1 tracer procedure with an aligned activity"
                            : "1 activity aligned with the tracer procedure";
            case ApprovedActivity approved ->
                    remaining
                            + (remaining.quarters() == Amount.QUARTERS_IN_ONE
                                    ? " activity"
                                    : " activities")
                            + " approved for "
                            + words(approved.purpose());
        };
    }

    private static String words(Purpose purpose) {
        return switch (purpose) {
            case PATIENT_SAFETY -> "patient safety";
            case LIFELONG_LEARNING -> "lifelong learning";
            case TRACER -> "tracers";
        };
    }

    private String daysLeft(LocalDate deadline) {
        long days = ChronoUnit.DAYS.between(asOf, deadline);
        if (days == 0) {
            return "today is the last day";
        }
        return days == 1 ? "1 day left" : days + " days left";
    }

    private static String upperFirst(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /// The findings in some states that share the earliest deadline.
    ///
    /// @param others how many findings in these states have a later one
    private record Group(LocalDate deadline, List<Finding> findings, int others) {

        Finding first() {
            return findings.getFirst();
        }

        static Optional<Group> earliest(List<Finding> findings, State... states) {
            List<State> wanted = List.of(states);
            List<Finding> earliest = new ArrayList<>();
            int all = 0;
            for (Finding finding : findings) {
                if (wanted.contains(finding.state())) {
                    all++;
                    int order =
                            earliest.isEmpty()
                                    ? 0
                                    : finding.deadline().compareTo(earliest.getFirst().deadline());
                    if (order < 0) {
                        earliest.clear();
                    }
                    if (order <= 0) {
                        earliest.add(finding);
                    }
                }
            }
            return earliest.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Group(
                                    earliest.getFirst().deadline(),
                                    earliest,
                                    all - earliest.size()));
        }
    }
}
