package cme.chassis.feed;

import cme.chassis.ChassisConfig;
import cme.chassis.eventlog.Audience;
import cme.chassis.eventlog.EventReader;
import cme.chassis.eventlog.EventReader.Entries;
import cme.chassis.eventlog.LogEnd;
import cme.chassis.http.Admission;
import cme.chassis.json.Fields;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Unavailable;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Reads the events of the topic for callers, in the order in which they are published and without
/// a gap. A caller that waits holds neither a connection to the database nor a place among the
/// requests in work.
@Singleton
public class ChangeFeed {

    static final String UNKNOWN = "cursor.unknown";
    static final String UNKNOWN_DETAIL =
            "This is not a cursor that this feed gave out, or the entry that it names is no longer"
                    + " there. Begin without it, or with `latest`.";

    /// Under load the log moves all the time. A reader that found nothing of its own looks again
    /// after this time.
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Jdbi jdbi;
    private final LogEnd logEnd;
    private final EventReader reader;
    private final Admission admission;
    private final CurrentVertxRequest requests;
    private final Semaphore waitingPlaces;
    private final int maxWaiting;

    ChangeFeed(
            Jdbi jdbi,
            LogEnd logEnd,
            EventReader reader,
            Admission admission,
            CurrentVertxRequest requests,
            ChassisConfig config) {
        this.jdbi = jdbi;
        this.logEnd = logEnd;
        this.reader = reader;
        this.admission = admission;
        this.requests = requests;
        this.maxWaiting = config.feed().maxWaiting();
        this.waitingPlaces = new Semaphore(maxWaiting);
    }

    /// @throws InvalidRequest when the query has violations, or the cursor names nothing
    /// @throws Unavailable when too many callers wait already
    public Changes read(Audience audience, Fields query) {
        var asked = FeedRequest.read(query, reader.topicName());
        FeedPosition from = begin(asked);
        Read read = page(audience, from, asked.limit(), logEnd.look());
        if (!read.isEmpty() || asked.patience().isZero()) {
            return changes(read);
        }
        if (!waitingPlaces.tryAcquire()) {
            throw new Unavailable("Too many callers wait for changes. Call again without `wait`.");
        }
        try {
            return changes(await(audience, asked, read));
        } finally {
            waitingPlaces.release();
        }
    }

    /// The number of callers that wait for changes in this instance.
    public int waiting() {
        return maxWaiting - waitingPlaces.availablePermits();
    }

    /// @param end of the log when it was read
    private record Read(Entries entries, FeedPosition position, long end) {

        boolean isEmpty() {
            return entries.entries().isEmpty();
        }
    }

    private Read await(Audience audience, FeedRequest asked, Read nothingYet) {
        RoutingContext request = requests.getCurrent();
        long deadline = System.nanoTime() + asked.patience().toNanos();
        var pause = Duration.ZERO;
        Read read = nothingYet;
        while (read.isEmpty() && !logEnd.isStopped() && deadline > System.nanoTime()) {
            long end = read.end();
            long pauseNanos = pause.toNanos();
            admission.pauseWhile(request, () -> awaitBeyond(end, pauseNanos, deadline));
            read = page(audience, read.position(), asked.limit(), logEnd.known());
            pause = PAUSE;
        }
        return read;
    }

    private void awaitBeyond(long end, long pauseNanos, long deadline) {
        LockSupport.parkNanos(Math.min(pauseNanos, deadline - System.nanoTime()));
        logEnd.awaitBeyond(end, Duration.ofNanos(deadline - System.nanoTime()));
    }

    private FeedPosition begin(FeedRequest asked) {
        return asked.after().map(this::verified).orElseGet(this::latest);
    }

    private FeedPosition verified(FeedPosition position) {
        String mark = jdbi.withHandle(handle -> reader.mark(handle, position.seq()));
        if (!mark.equals(position.mark())) {
            throw new InvalidRequest("/after", UNKNOWN, UNKNOWN_DETAIL);
        }
        return position;
    }

    private FeedPosition latest() {
        long end = logEnd.look();
        return jdbi.withHandle(handle -> position(handle, end));
    }

    private Read page(Audience audience, FeedPosition from, int limit, long logEnd) {
        // Another instance may have seen the log further.
        long end = Math.max(logEnd, from.seq());
        return jdbi.withHandle(
                handle -> {
                    Entries entries = reader.page(handle, audience, from.seq(), end, limit);
                    long last = entries.isLast() ? end : entries.entries().getLast().seq();
                    return new Read(
                            entries, last == from.seq() ? from : position(handle, last), end);
                });
    }

    private FeedPosition position(Handle handle, long seq) {
        return new FeedPosition(seq, reader.mark(handle, seq));
    }

    private Changes changes(Read read) {
        return new Changes(
                read.entries().entries().stream().map(EventReader.Entry::event).toList(),
                read.position().encoded(reader.topicName()));
    }
}
