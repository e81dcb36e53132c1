package cme.credit.rosterfile;

import cme.credit.posting.Reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Reads a chunk of rows while the chunk before it is judged and written: the two take about as
/// long, and reading needs this machine while writing needs the database. It is never more than one
/// chunk ahead, so that memory stays bounded.
public final class ReadAhead implements AutoCloseable {
    private final RowReader rows;
    private final int chunkRows;
    private final ExecutorService reader =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("roster-reader").factory());
    private Future<List<Reading>> ahead;

    public ReadAhead(RowReader rows, int chunkRows) {
        this.rows = rows;
        this.chunkRows = chunkRows;
        this.ahead = reader.submit(this::read);
    }

    /// The next rows; empty after the last. A failure to read them is thrown here.
    public List<Reading> next() {
        try {
            List<Reading> chunk = ahead.get();
            ahead = reader.submit(this::read);
            return chunk;
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading a roster", e);
        }
    }

    private static RuntimeException failure(Throwable cause) {
        return switch (cause) {
            case RuntimeException failure -> failure;
            case IOException failure -> new UncheckedIOException(failure);
            case Error bug -> throw bug;
            default -> new IllegalStateException(cause);
        };
    }

    private List<Reading> read() throws IOException {
        List<Reading> chunk = new ArrayList<>(chunkRows);
        while (chunk.size() < chunkRows) {
            Reading row = rows.next();
            if (row == null) {
                break;
            }
            chunk.add(row);
        }
        return chunk;
    }

    /// Waits until nothing is read any more, so that the source of the rows can be closed.
    @Override
    public void close() {
        reader.close();
    }
}
