package cme.chassis.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/// Writes a table that spreadsheets open: UTF-8 with a byte order mark, otherwise as RFC 4180 says.
/// An apostrophe before a text guards it where a spreadsheet would run it, or would take it for a
/// number or date and change it; [Table] takes the guard off when the table comes back. Numbers and
/// days are written as such, so that a spreadsheet calculates with them.
public final class CsvTable implements AutoCloseable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVPrinter printer;
    private final CsvAnswer.@Nullable Counted counter;

    private CsvTable(OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        this.printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        this.counter = out instanceof CsvAnswer.Counted counted ? counted : null;
    }

    /// Begins a table with its header.
    public static CsvTable of(OutputStream out, List<String> header) throws IOException {
        var table = new CsvTable(out);
        table.row(header.toArray());
        return table;
    }

    /// @param cells texts are guarded; other values are written as they are; null is an empty cell
    public void row(@Nullable Object... cells) throws IOException {
        for (Object cell : cells) {
            printer.print(
                    switch (cell) {
                        case null -> "";
                        case String text -> Cells.guarded(text);
                        case BigDecimal number -> number.toPlainString();
                        default -> cell;
                    });
        }
        printer.println();
        if (counter != null) {
            counter.countRow();
        }
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }
}
