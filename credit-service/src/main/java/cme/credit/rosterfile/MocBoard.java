package cme.credit.rosterfile;

import cme.chassis.problem.Violation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The certifying boards to which learners are reported. What is reported to another one is passed
/// over, because its numbers and credits are not kept here.
final class MocBoard {
    private static final String OURS = "abps";
    private static final String OUR_NAME = "plasticsurgery";

    /// The other member boards of ABMS by the short names that they have in PARS or of their own.
    private static final Set<String> OTHERS =
            Set.of(
                    "aba", "abai", "abcrs", "abd", "abem", "abfm", "abim", "abmgg", "abnm", "abns",
                    "abo", "abog", "abohns", "abop", "abos", "aboto", "abp", "abpath", "abpm",
                    "abpmr", "abpn", "abr", "abs", "abts", "abu");

    private static final Pattern LIST = Pattern.compile("[,;|/]");
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z]+");

    private MocBoard() {}

    /// True when one of the boards that a cell names is this one.
    static boolean isOurs(String boards) {
        return Arrays.stream(LIST.split(boards))
                .map(MocBoard::letters)
                .anyMatch(name -> name.equals(OURS) || name.contains(OUR_NAME));
    }

    /// True when a short name is that of another board.
    static boolean isOther(String name) {
        return OTHERS.contains(letters(name));
    }

    static Violation another(String board) {
        return new Violation(
                "",
                "board.another",
                "This is reported to %s; only diplomates of the American Board of Plastic Surgery (ABPS) are recorded here."
                        .formatted(board.length() > 60 ? board.substring(0, 60) : board));
    }

    private static String letters(String name) {
        return NO_LETTER.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
