package cme.chassis.table;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;
import cme.chassis.table.TableRow.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/// The first sheet of an Excel workbook that is not hidden. Formulas count as the value that was
/// saved with them; macros and links are not looked at.
final class WorkbookLines implements Lines {

    /// A roster of 100,000 rows has a third of it.
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    /// Far more than a table here has.
    private static final int MAX_COLUMNS = 256;

    private final Iterator<Row> rows;

    private WorkbookLines(Iterator<Row> rows) {
        this.rows = rows;
    }

    /// @throws InvalidRequest when it is no workbook, or larger than one can be that is meant well
    static WorkbookLines open(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new InvalidRequest(Problem.tooLarge(MAX_BYTES));
        }
        WorkbookBounds.check(bytes);
        try {
            var workbook =
                    new ReadableWorkbook(
                            new ByteArrayInputStream(bytes), new ReadingOptions(true, true));
            return new WorkbookLines(firstVisible(workbook).openStream().iterator());
        } catch (RuntimeException | IOException _) {
            throw unreadable();
        }
    }

    private static Sheet firstVisible(ReadableWorkbook workbook) {
        return workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseGet(workbook::getFirstSheet);
    }

    @Override
    public boolean hasDecimalComma() {
        return true;
    }

    @Override
    public @Nullable Line next() {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            Row row = rows.next();
            return new Line(row.getRowNum(), Arrays.asList(texts(row)));
        } catch (RuntimeException _) {
            // The library throws one of every kind when a part of the workbook contradicts another.
            throw unreadable();
        }
    }

    private static String[] texts(Row row) {
        String[] texts = new String[Math.min(row.getCellCount(), MAX_COLUMNS)];
        Arrays.fill(texts, "");
        for (Cell cell : row) {
            if (cell != null && cell.getColumnIndex() < texts.length) {
                texts[cell.getColumnIndex()] = Cells.clean(WorkbookCell.text(cell));
            }
        }
        return texts;
    }

    private static InvalidRequest unreadable() {
        return new InvalidRequest(
                Problem.unreadable(
                        "The workbook cannot be read. Open it, save it again as .xlsx or as \"CSV UTF-8\"."));
    }
}
