package cme.chassis.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/// The text of a workbook's cell as its format means it.
final class WorkbookCell {

    /// 9999-12-31, the last day that Excel knows.
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    /// Excel computes with 15 digits and shows no more.
    private static final MathContext EXCEL = new MathContext(15);

    private static final Pattern NOT_OF_THE_DATE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");
    private static final Pattern OF_A_DATE = Pattern.compile("[yYdD]");

    /// A number that is longer when it is written out is none that is meant.
    private static final int MAX_DIGITS = 40;

    private static final Pattern LEADING_ZEROS = Pattern.compile("0{2,20}");

    private WorkbookCell() {}

    static String text(Cell cell) {
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> cell.getText();
            case BOOLEAN -> Boolean.TRUE.equals(cell.asBoolean()) ? "true" : "false";
            case NUMBER -> number(cell, cell.asNumber());
            case FORMULA -> formula(cell);
            case ERROR -> String.valueOf(cell.getRawValue());
        };
    }

    /// The value that was saved with the formula.
    private static String formula(Cell cell) {
        String saved = cell.getRawValue();
        if (saved == null) {
            return "";
        }
        return cell.getValue() instanceof BigDecimal number ? number(cell, number) : saved;
    }

    private static String number(Cell cell, BigDecimal number) {
        if (Math.abs((long) number.precision() - number.scale()) > MAX_DIGITS
                || number.scale() > MAX_DIGITS) {
            return String.valueOf(cell.getRawValue());
        }
        String format = cell.getDataFormatString();
        if (isDate(format) && number.signum() >= 0 && number.compareTo(LAST_DAY) <= 0) {
            LocalDateTime moment = cell.asDate();
            return moment.toLocalTime().toSecondOfDay() == 0
                    ? moment.toLocalDate().toString()
                    : moment.toString();
        }
        String plain = number.round(EXCEL).stripTrailingZeros().toPlainString();
        boolean hasLeadingZeros = format != null && LEADING_ZEROS.matcher(format).matches();
        return hasLeadingZeros && plain.length() < format.length()
                ? "0".repeat(format.length() - plain.length()) + plain
                : plain;
    }

    private static boolean isDate(@Nullable String format) {
        return format != null
                && OF_A_DATE.matcher(NOT_OF_THE_DATE.matcher(format).replaceAll("")).find();
    }
}
