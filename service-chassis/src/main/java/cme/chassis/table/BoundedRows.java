package cme.chassis.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Stops reading a table when a row of it never ends, as after a quotation mark that is not closed.
final class BoundedRows extends FilterReader {
    /// Far more than a row needs, and more than the parser reads ahead.
    private static final int MAX_ROW_CHARS = 256 * 1024;

    private int sinceRow;

    BoundedRows(Reader chars) {
        super(chars);
    }

    /// Counts from here, because a new row begins.
    void nextRow() {
        sinceRow = 0;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        sinceRow += Math.max(read, 0);
        if (sinceRow > MAX_ROW_CHARS) {
            throw new RowTooLong();
        }
        return read;
    }

    /// A row is longer than any real row.
    static final class RowTooLong extends IOException {
        private static final long serialVersionUID = 1;
    }
}
