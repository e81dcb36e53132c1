package cme.chassis.table;

import java.util.regex.Pattern;

/// The meaning of the cells of a column. A cell that can be meant in one way only gets the form in
/// which JSON would have it; any other cell stays as it is and is refused later, with what it says.
public enum ColumnKind {
    TEXT {
        @Override
        String read(String cell, boolean hasDecimalComma) {
            return cell;
        }
    },

    /// A number of a person or code, which has no spaces.
    IDENTIFIER {
        @Override
        String read(String cell, boolean hasDecimalComma) {
            return cell.indexOf(' ') < 0 ? cell : cell.replace(" ", "");
        }
    },

    /// `12.`, `.5` and `+4` are numbers, and so is `12,5` where commas do not separate cells.
    NUMBER {
        @Override
        String read(String cell, boolean hasDecimalComma) {
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
        String read(String cell, boolean hasDecimalComma) {
            return SpreadsheetDates.date(cell);
        }
    },

    /// A month and a day, `MM-DD`.
    MONTH_DAY {
        @Override
        String read(String cell, boolean hasDecimalComma) {
            return SpreadsheetDates.monthDay(cell);
        }
    },

    /// `true` or `false`, in capitals too.
    FLAG {
        @Override
        String read(String cell, boolean hasDecimalComma) {
            if (cell.equalsIgnoreCase("true")) {
                return "true";
            }
            return cell.equalsIgnoreCase("false") ? "false" : cell;
        }
    };

    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[0-9]*,[0-9]*");
    private static final Pattern NUMBER_FORMS =
            Pattern.compile("[+-]?([0-9]+\\.?|[0-9]*\\.[0-9]+)");

    /// @param cell without invisible characters and without spaces around it
    abstract String read(String cell, boolean hasDecimalComma);
}
