package cme.portal.roster;

import cme.portal.credit.Roster;
import cme.portal.credit.RosterResult;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Query;
import cme.portal.page.Words;
import cme.portal.picture.StackedBar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How many rows of a roster came to which outcome, in the order of bars.
///
/// @param isWithdrawn what was recorded counts no more, because the whole roster was withdrawn
record Outcomes(
        int recorded,
        int duplicate,
        int withdrawn,
        int conflict,
        int held,
        int rejected,
        boolean isWithdrawn) {

    private record Counted(String outcome, int count) {}

    static Outcomes of(Roster roster) {
        return new Outcomes(
                roster.recorded(),
                roster.duplicate(),
                roster.withdrawn(),
                roster.conflict(),
                roster.held(),
                roster.rejected(),
                roster.status().equals("WITHDRAWN"));
    }

    static Outcomes of(RosterResult result) {
        return new Outcomes(
                result.recorded(),
                result.duplicate(),
                result.withdrawn(),
                result.conflict(),
                result.held(),
                result.rejected(),
                false);
    }

    /// How an outcome looks; one that came after this version is like one that waits.
    static Look look(String outcome) {
        return switch (outcome) {
            case "RECORDED" -> Look.MET;
            case "DUPLICATE" -> Look.WAIVED;
            case "CONFLICT" -> Look.LATE;
            case "HELD" -> Look.DECISION_NEEDED;
            case "REJECTED" -> Look.NOT_MET;
            default -> Look.UPCOMING;
        };
    }

    private Look lookNow(String outcome) {
        return isWithdrawn && outcome.equals("RECORDED") ? Look.UPCOMING : look(outcome);
    }

    /// Whether this is an outcome that rows are listed by.
    static boolean isKnown(@Nullable String outcome) {
        return outcome != null
                && List.of("RECORDED", "DUPLICATE", "WITHDRAWN", "CONFLICT", "HELD", "REJECTED")
                        .contains(outcome);
    }

    private List<Counted> counted() {
        return List.of(
                new Counted("RECORDED", recorded),
                new Counted("DUPLICATE", duplicate),
                new Counted("CONFLICT", conflict),
                new Counted("WITHDRAWN", withdrawn),
                new Counted("HELD", held),
                new Counted("REJECTED", rejected));
    }

    /// How many rows nobody has to look at.
    int inOrder() {
        return counted().stream().filter(Outcomes::isInOrder).mapToInt(Counted::count).sum();
    }

    /// Such as `194 recorded, 1 had already, 3 to mend`.
    String words(Formats formats) {
        String words = words(counted().stream(), formats);
        return words.isEmpty() ? "no rows" : words;
    }

    /// The rows that are not in order, such as `2 wait for the board, 3 to mend`; empty when all
    /// are.
    String othersInWords(Formats formats) {
        return words(counted().stream().filter(one -> !isInOrder(one)), formats);
    }

    private static boolean isInOrder(Counted one) {
        return one.outcome().equals("RECORDED") || one.outcome().equals("DUPLICATE");
    }

    private static String words(Stream<Counted> counted, Formats formats) {
        return counted.filter(one -> one.count() > 0)
                .map(one -> formats.count(one.count()) + " " + inSentence(one))
                .collect(Collectors.joining(", "));
    }

    private static String inSentence(Counted one) {
        boolean many = one.count() != 1;
        return switch (one.outcome()) {
            case "CONFLICT" -> many ? "differ from before" : "differs from before";
            case "WITHDRAWN" -> many ? "stay withdrawn" : "stays withdrawn";
            case "HELD" -> many ? "wait for the board" : "waits for the board";
            default -> {
                String words = Words.outcome(one.outcome());
                yield Character.toLowerCase(words.charAt(0)) + words.substring(1);
            }
        };
    }

    /// Before anything is posted.
    StackedBar expected(Formats formats) {
        return StackedBar.of(
                bar(formats, null, null).counts().stream()
                        .map(
                                one ->
                                        one.word().equals(Words.outcome("RECORDED"))
                                                ? new StackedBar.Count(
                                                        one.look(),
                                                        "In order",
                                                        one.count(),
                                                        one.number(),
                                                        null,
                                                        false)
                                                : one)
                        .toList());
    }

    /// @param list the address of the roster, if tiles lead to its rows
    /// @param chosen the outcome whose rows are listed
    StackedBar bar(Formats formats, @Nullable Query list, @Nullable String chosen) {
        return StackedBar.of(
                counted().stream()
                        .map(
                                one ->
                                        new StackedBar.Count(
                                                lookNow(one.outcome()),
                                                Words.outcome(one.outcome()),
                                                one.count(),
                                                formats.count(one.count()),
                                                Optional.ofNullable(list)
                                                        .map(address -> tile(address, one, chosen))
                                                        .orElse(null),
                                                one.outcome().equals(chosen)))
                        .toList());
    }

    private static String tile(Query list, Counted one, @Nullable String chosen) {
        return list.with("outcome", one.outcome().equals(chosen) ? null : one.outcome()).toString();
    }
}
