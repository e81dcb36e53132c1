package cme.compliance.rules;

import java.util.Map;
import java.util.TreeMap;

/// A status in the words of [NaiveAssessment], for comparison.
final class StatusText {

    private StatusText() {}

    static String of(Status status) {
        StringBuilder text = new StringBuilder();
        status.findings().forEach(finding -> text.append(of(finding)).append('\n'));
        text.append("standing ").append(status.standing()).append('\n');
        text.append("next ").append(dash(status.nextChangeOn())).append('\n');
        Map<String, String> nowhere = new TreeMap<>();
        status.countedNowhere()
                .forEach(entry -> nowhere.put(entry.completion().value(), entry.reason().name()));
        return text.append("nowhere ").append(nowhere).append('\n').toString();
    }

    private static String of(Finding finding) {
        Map<String, String> counted = new TreeMap<>();
        finding.counted()
                .forEach(
                        entry ->
                                counted.put(
                                        entry.completion().value(),
                                        entry.amount().toBigDecimal().toString()));
        Map<String, String> notCounted = new TreeMap<>();
        finding.notCounted()
                .forEach(
                        entry ->
                                notCounted.merge(
                                        entry.completion().value(),
                                        reason(entry),
                                        (one, other) -> one + " and " + other));
        return String.join(
                " ",
                finding.dueYear() + " " + finding.requirement(),
                finding.window().from()
                        + ".."
                        + finding.window().to()
                        + " by "
                        + finding.deadline(),
                finding.state().name(),
                finding.earned().toBigDecimal()
                        + " of "
                        + finding.required().toBigDecimal()
                        + " short "
                        + finding.remaining().toBigDecimal(),
                "met " + dash(finding.metOn()),
                late(finding.late()),
                finding.missing().toString(),
                counted.toString(),
                notCounted.toString());
    }

    private static String reason(Evidence.NotCounted entry) {
        return switch (entry.reason()) {
            case DUPLICATE, REPEATED -> entry.reason() + " of " + entry.of();
            case ALREADY_USED -> {
                Amount lost = entry.lost();
                yield entry.reason()
                        + " "
                        + entry.usedInDueYear()
                        + (lost == null ? "" : " " + lost.toBigDecimal());
            }
            case OVER_MAXIMUM, OVER_CAP -> {
                Amount lost = entry.lost();
                yield entry.reason() + " " + (lost == null ? "?" : lost.toBigDecimal());
            }
            default -> entry.reason().name();
        };
    }

    private static String late(Finding.@org.jspecify.annotations.Nullable Late late) {
        return late == null
                ? "late -"
                : "late " + late.credits().toBigDecimal() + " of " + late.completions();
    }

    private static String dash(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
