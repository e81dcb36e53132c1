package cme.chassis.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/// Writes a table that spreadsheets open: UTF-8 with a byte order mark, otherwise as RFC 4180 says.
/// An apostrophe before a text guards it; [Table] takes the guard off when the table comes back.
public final class CsvTable implements AutoCloseable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVPrinter printer;
    private final UnaryOperator<String> guard;
    private final CsvAnswer.@Nullable Counted counter;

    private CsvTable(OutputStream out, UnaryOperator<String> guard) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        this.printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        this.guard = guard;
        this.counter = out instanceof CsvAnswer.Counted counted ? counted : null;
    }

    /// A table to be read. Texts that a spreadsheet would run are guarded.
    public static CsvTable toRead(OutputStream out, List<String> header) throws IOException {
        return new CsvTable(out, Cells::guarded).headed(header);
    }

    /// A table to be saved by a spreadsheet and sent back. Texts that it would run are guarded, and
    /// those that it would take for a number or date and change.
    public static CsvTable toSendBack(OutputStream out, List<String> header) throws IOException {
        return new CsvTable(out, Cells::kept).headed(header);
    }

    private CsvTable headed(List<String> header) throws IOException {
        row(header.toArray());
        return this;
    }

    /// @param cells texts are guarded; other values are written as they are; null is an empty cell
    public void row(@Nullable Object... cells) throws IOException {
        for (Object cell : cells) {
            printer.print(
                    switch (cell) {
                        case null -> "";
                        case String text -> guard.apply(text);
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
