package cme.compliance.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The naive reading of steps 9 to 12: the state of a finding on a day, found for other days by
/// asking again.
record NaiveState(
        LocalDate opens,
        LocalDate deadline,
        LocalDate lateUntil,
        int dueSoonDays,
        boolean enough,
        Optional<Decision.Ruling> ruling,
        boolean cloud) {

    private static final List<String> WORST_FIRST =
            List.of("NOT_MET", "LATE", "DECISION_NEEDED", "DUE_SOON");

    String on(LocalDate day) {
        if (ruling.isPresent() && ruling.get() instanceof Decision.Waived) {
            return "WAIVED";
        }
        if (enough || ruling.isPresent() && ruling.get() instanceof Decision.Satisfied) {
            return "MET";
        }
        if (day.isBefore(opens)) {
            return "UPCOMING";
        }
        if (cloud) {
            return "DECISION_NEEDED";
        }
        long daysLeft = ChronoUnit.DAYS.between(day, deadline);
        if (daysLeft > dueSoonDays) {
            return "IN_PROGRESS";
        }
        if (daysLeft >= 0) {
            return "DUE_SOON";
        }
        return day.isAfter(lateUntil) ? "NOT_MET" : "LATE";
    }

    static String standing(List<NaiveState> states, LocalDate day) {
        List<String> names = states.stream().map(state -> state.on(day)).toList();
        for (String bad : WORST_FIRST) {
            if (names.contains(bad)) {
                return bad;
            }
        }
        boolean allDone = names.stream().allMatch(n -> n.equals("MET") || n.equals("WAIVED"));
        return allDone ? "COMPLETE" : "ON_TRACK";
    }

    static String nextChange(List<NaiveState> states, LocalDate day) {
        List<String> now = states.stream().map(state -> state.on(day)).toList();
        LocalDate beyondAll =
                states.stream()
                        .flatMap(s -> Stream.of(s.opens, s.deadline, s.lateUntil))
                        .max(LocalDate::compareTo)
                        .orElse(day)
                        .plusDays(2);
        return Stream.iterate(
                        day.plusDays(1), later -> later.isBefore(beyondAll), l -> l.plusDays(1))
                .filter(
                        later ->
                                !states.stream().map(state -> state.on(later)).toList().equals(now))
                .findFirst()
                .map(LocalDate::toString)
                .orElse("-");
    }
}
