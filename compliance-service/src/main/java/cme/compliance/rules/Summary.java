package cme.compliance.rules;

import cme.compliance.rules.Activity.Purpose;
import cme.compliance.rules.Finding.Missing;
import cme.compliance.rules.Finding.State;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Step 12: one sentence a person can act on, with the arithmetic.
///
/// It names what is worst first and, where that can no longer be mended by learning, what comes
/// next.
record Summary(RuleSet rules, Cycle cycle, List<Finding> findings, LocalDate asOf) {

    String sentence(Standing standing) {
        return switch (standing) {
            case COMPLETE ->
                    "Complete: everything in the cycle %d-%d is met or waived."
                            .formatted(cycle.startYear(), cycle.calendarYear(rules.cycleYears()));
            case ON_TRACK -> onTrack();
            case DUE_SOON -> upperFirst(toDo(Group.earliest(findings, State.DUE_SOON))) + ".";
            case LATE -> late(Group.earliest(findings, State.LATE)) + next() + ".";
            case DECISION_NEEDED ->
                    undecided(Group.earliest(findings, State.DECISION_NEEDED)) + next() + ".";
            case NOT_MET -> notMet(Group.earliest(findings, State.NOT_MET)) + next() + ".";
        };
    }

    private String onTrack() {
        Group group = Group.earliest(findings, State.IN_PROGRESS);
        if (group != null) {
            return "On track: " + toDo(group) + ".";
        }
        LocalDate opens =
                findings.stream()
                        .filter(finding -> finding.state() == State.UPCOMING)
                        .map(finding -> finding.window().from())
                        .min(LocalDate::compareTo)
                        .orElse(asOf);
        return "On track: nothing is open; the next window opens on " + opens + ".";
    }

    private String toDo(@Nullable Group group) {
        return group == null
                ? ""
                : "short "
                        + amounts(group)
                        + " by "
                        + group.deadline()
                        + " ("
                        + daysLeft(group.deadline())
                        + ")";
    }

    private String late(@Nullable Group group) {
        if (group == null) {
            return "";
        }
        LocalDate until =
                rules.deadlineOf(cycle, group.first().dueYear()).plusDays(rules.latePeriodDays());
        return "Late: short "
                + dueBy(group)
                + "; submissions are taken until "
                + until
                + " ("
                + daysLeft(until)
                + ")";
    }

    private String undecided(@Nullable Group group) {
        return group == null
                ? ""
                : "The board has to decide on "
                        + dueBy(group)
                        + ", as special circumstances covered a part of the window";
    }

    private String notMet(@Nullable Group group) {
        return group == null ? "" : "Not met: short " + dueBy(group);
    }

    private String dueBy(Group group) {
        String others = group.others() == 0 ? "" : " (and " + group.others() + " more)";
        return amounts(group) + " due by " + group.deadline() + others;
    }

    /// What can still be done although something worse is past doing.
    private String next() {
        Group group = Group.earliest(findings, State.DUE_SOON, State.IN_PROGRESS);
        return group == null ? "" : "; next, " + toDo(group);
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

        static @Nullable Group earliest(List<Finding> findings, State... states) {
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
                    ? null
                    : new Group(earliest.getFirst().deadline(), earliest, all - earliest.size());
        }
    }
}
