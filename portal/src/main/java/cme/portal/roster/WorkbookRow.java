package cme.portal.roster;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/// The cells of a workbook's row as their formats mean them: days as days, and numbers with the
/// zeros that are seen in front. They are those that the ledger reads of the same workbook
/// (`WorkbookCell` of the chassis), which the portal, a client of the HTTP API only, cannot share.
final class WorkbookRow {
    /// Excel computes with 15 digits and shows no more.
    private static final MathContext EXCEL = new MathContext(15);

    private static final Pattern NOT_OF_THE_DATE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");
    private static final Pattern OF_A_DATE = Pattern.compile("[yYdD]");
    private static final Pattern LEADING_ZEROS = Pattern.compile("0{2,20}");
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);
    private static final int MAX_DIGITS = 40;

    private WorkbookRow() {}

    static List<String> cells(Row row, int most) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), most); i++) {
            Cell cell = row.getCell(i);
            cells.add(cell == null ? "" : text(cell));
        }
        return cells;
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> cell.getText();
            case BOOLEAN -> Boolean.TRUE.equals(cell.asBoolean()) ? "true" : "false";
            case NUMBER -> number(cell, cell.asNumber());
            case FORMULA ->
                    cell.getValue() instanceof BigDecimal number ? number(cell, number) : raw(cell);
            case ERROR -> raw(cell);
        };
    }

    private static String raw(Cell cell) {
        return cell.getRawValue() == null ? "" : cell.getRawValue();
    }

    private static String number(Cell cell, BigDecimal number) {
        if (Math.abs((long) number.precision() - number.scale()) > MAX_DIGITS
                || number.scale() > MAX_DIGITS) {
            return raw(cell);
        }
        String format = cell.getDataFormatString();
        if (isDate(format) && number.signum() >= 0 && number.compareTo(LAST_DAY) <= 0) {
            LocalDateTime moment = cell.asDate();
            return moment.toLocalTime().toSecondOfDay() == 0
                    ? moment.toLocalDate().toString()
                    : moment.toString();
        }
        String plain = number.round(EXCEL).stripTrailingZeros().toPlainString();
        boolean padded = format != null && LEADING_ZEROS.matcher(format).matches();
        return padded && plain.length() < format.length()
                ? "0".repeat(format.length() - plain.length()) + plain
                : plain;
    }

    private static boolean isDate(@Nullable String format) {
        return format != null
                && OF_A_DATE.matcher(NOT_OF_THE_DATE.matcher(format).replaceAll("")).find();
    }
}
