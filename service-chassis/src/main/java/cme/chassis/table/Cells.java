package cme.chassis.table;

import cme.chassis.json.PlainText;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes off a cell what a spreadsheet put around it, and guards what a spreadsheet would run or
/// change.
public final class Cells {

    private static final Pattern LINE_BREAK = Pattern.compile("\\s*[\\r\\n]+\\s*");

    /// `="012345"`, the formula by which people keep zeros.
    private static final Pattern TEXT_FORMULA = Pattern.compile("=\"((?:[^\"]|\"\")*)\"");

    /// An apostrophe before what would be a number, a formula or another guard.
    private static final Pattern GUARDED =
            Pattern.compile("'+[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\\t\\r0-9].*", Pattern.DOTALL);

    /// Also in the full-width forms of East Asian keyboards.
    private static final String RUN_BY_SPREADSHEETS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212]");
    private static final Pattern JOINERS = Pattern.compile("[\\u200C\\u200D\\uFE0F]");

    /// A number that a spreadsheet shows and saves digit by digit: longer ones are rounded, and
    /// zeros at an end are lost.
    private static final Pattern PLAIN_NUMBER =
            Pattern.compile("0|[1-9][0-9]{0,10}|(0|[1-9][0-9]{0,4})\\.[0-9]{0,4}[1-9]");

    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");

    private Cells() {}

    /// The text of a cell: one line, without invisible characters, guards and spaces around it.
    public static String clean(String cell) {
        String line =
                cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0
                        ? cell
                        : LINE_BREAK.matcher(cell).replaceAll(" ");
        return unguarded(visible(line));
    }

    private static String visible(String text) {
        if (isPlain(text)) {
            return text.strip();
        }
        var visible = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> !PlainText.isInvisible(c))
                .forEach(c -> visible.appendCodePoint(Character.isSpaceChar(c) ? ' ' : c));
        return visible.toString().strip();
    }

    /// True when there are only letters, digits and signs of ASCII. It is asked of every cell.
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    /// The same number, date or code as ASCII has it: wide digits become digits, and any dash a
    /// hyphen; joiners go. A cell with a raised or circled number stays as it is, so that the mark
    /// of a footnote does not become a digit.
    static String narrow(String cell) {
        if (cell.codePoints().anyMatch(c -> Character.getType(c) == Character.OTHER_NUMBER)) {
            return cell;
        }
        return JOINERS.matcher(
                        DASHES.matcher(Normalizer.normalize(cell, Form.NFKC)).replaceAll("-"))
                .replaceAll("")
                .strip();
    }

    private static String unguarded(String cell) {
        // Almost no cell begins like this, so that almost none is compared with a pattern.
        if (cell.startsWith("=")) {
            Matcher formula = TEXT_FORMULA.matcher(cell);
            return formula.matches() ? formula.group(1).replace("\"\"", "\"").strip() : cell;
        }
        return isGuarded(cell) ? cell.substring(1) : cell;
    }

    /// The text as a cell that no spreadsheet runs or takes for a number or date: `012345` would
    /// lose its zero, `2026-10-04` would be saved as `10/4/2026`. [#clean] takes the guard off.
    static String guarded(String text) {
        String cell = visible(text);
        return isRun(cell) || isChanged(cell) || isGuarded(cell) ? "'" + cell : cell;
    }

    private static boolean isRun(String cell) {
        return !cell.isEmpty() && RUN_BY_SPREADSHEETS.indexOf(cell.charAt(0)) >= 0;
    }

    private static boolean isChanged(String cell) {
        return !cell.isEmpty()
                && cell.charAt(0) >= '0'
                && cell.charAt(0) <= '9'
                && !PLAIN_NUMBER.matcher(cell).matches()
                && !isProse(cell);
    }

    /// A text such as `2026 Annual meeting`. One word beside digits may be a month in a language
    /// that is not known here.
    private static boolean isProse(String cell) {
        return WORD.matcher(cell)
                        .results()
                        .filter(word -> MonthNames.month(word.group()) == 0)
                        .limit(2)
                        .count()
                == 2;
    }

    private static boolean isGuarded(String text) {
        return text.startsWith("'") && GUARDED.matcher(text).matches();
    }
}
