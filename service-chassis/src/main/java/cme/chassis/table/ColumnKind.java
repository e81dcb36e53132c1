package cme.chassis.table;

import java.util.Locale;
import java.util.regex.Pattern;

/// The meaning of the cells of a column. A cell that can be meant in one way only gets the form in
/// which JSON would have it; any other cell stays as it is and is refused later, with what it says.
public enum ColumnKind {
    TEXT {
        @Override
        String meaning(String cell, boolean hasDecimalComma) {
            return cell;
        }
    },

    /// A number of a person or code, which has no spaces.
    IDENTIFIER {
        @Override
        String meaning(String cell, boolean hasDecimalComma) {
            return cell.indexOf(' ') < 0 ? cell : cell.replace(" ", "");
        }
    },

    /// `12.`, `.5` and `+4` are numbers, and so is `12,5` where commas do not separate cells.
    NUMBER {
        @Override
        String meaning(String cell, boolean hasDecimalComma) {
            String number =
                    hasDecimalComma && DECIMAL_COMMA.matcher(cell).matches()
                            ? cell.replace(',', '.')
                            : cell;
            if (!NUMBER_FORMS.matcher(number).matches()) {
                return number;
            }
            String unsigned = number.startsWith("+") ? number.substring(1) : number;
            String whole = unsigned.endsWith(".") ? unsigned + "0" : unsigned;
            return whole.startsWith(".") ? "0" + whole : whole;
        }
    },

    /// A date whose year comes first, or whose month is spelt.
    DATE {
        @Override
        String meaning(String cell, boolean hasDecimalComma) {
            return SpreadsheetDates.date(cell);
        }
    },

    /// As [#DATE], in a form that says that `10/05/2026` is the fifth of October.
    MONTH_FIRST_DATE {
        @Override
        String meaning(String cell, boolean hasDecimalComma) {
            return SpreadsheetDates.monthFirstDate(cell);
        }
    },

    /// A month and a day, `MM-DD`. The year of a whole date is left out.
    MONTH_DAY {
        @Override
        String meaning(String cell, boolean hasDecimalComma) {
            return SpreadsheetDates.monthDay(cell);
        }
    },

    /// As [#MONTH_DAY], in a form that says that `03/04` is the fourth of March.
    MONTH_FIRST_DAY {
        @Override
        String meaning(String cell, boolean hasDecimalComma) {
            return SpreadsheetDates.monthFirstDay(cell);
        }
    },

    /// `true` or `false`, in capitals too, or as `yes` and `no`, or 1 and 0.
    FLAG {
        @Override
        String meaning(String cell, boolean hasDecimalComma) {
            return switch (cell.toLowerCase(Locale.ROOT)) {
                case "true", "yes", "1" -> "true";
                case "false", "no", "0" -> "false";
                default -> cell;
            };
        }
    };

    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[0-9]*,[0-9]*");
    private static final Pattern NUMBER_FORMS =
            Pattern.compile("[+-]?([0-9]+\\.?|[0-9]*\\.[0-9]+)");

    /// @param cell without invisible characters and without spaces around it
    final String read(String cell, boolean hasDecimalComma) {
        return this == TEXT || cell.isEmpty()
                ? cell
                : meaning(Cells.isPlain(cell) ? cell : Cells.narrow(cell), hasDecimalComma);
    }

    /// @param cell not empty; without invisible characters and without spaces around it
    abstract String meaning(String cell, boolean hasDecimalComma);
}
