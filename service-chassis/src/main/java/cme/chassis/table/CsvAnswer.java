package cme.chassis.table;

import cme.chassis.http.FileName;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;

/// Answers a request with a table, to be saved as a file.
public final class CsvAnswer {

    /// The ending of a file's name.
    public static final String ENDING = "csv";

    private static final MediaType CSV = MediaType.valueOf(TableForm.CSV_TYPE);

    private CsvAnswer() {}

    /// A table that counts its rows while they are written.
    public static final class Export implements StreamingOutput {

        private final StreamingOutput table;
        private final AtomicLong rows = new AtomicLong();

        private Export(StreamingOutput table) {
            this.table = table;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            table.write(new Counted(out, rows));
        }

        /// The rows that were written so far, without the header.
        public long rows() {
            return Math.max(0, rows.get() - 1);
        }
    }

    /// Where [CsvTable] counts its rows.
    static final class Counted extends FilterOutputStream {

        private final AtomicLong rows;

        Counted(OutputStream out, AtomicLong rows) {
            super(out);
            this.rows = rows;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        void countRow() {
            rows.incrementAndGet();
        }
    }

    /// True when the caller prefers a table to JSON.
    public static boolean isPreferred(HttpHeaders headers) {
        MediaType preferred = headers.getAcceptableMediaTypes().getFirst();
        return CSV.isCompatible(preferred)
                && !preferred.isCompatible(MediaType.APPLICATION_JSON_TYPE);
    }

    /// Answers with a table that is written while it is sent.
    public static Response of(FileName name, StreamingOutput table) {
        return name.attachTo(Response.ok(new Export(table), CSV.withCharset("UTF-8")).build());
    }
}
