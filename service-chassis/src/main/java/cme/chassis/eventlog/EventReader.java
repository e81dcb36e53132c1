package cme.chassis.eventlog;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/// Reads the events of a topic from the log, for readers that do not use Kafka.
@Singleton
public class EventReader {

    /// An event and its place in the log.
    public record Entry(long seq, CloudEvent event) {}

    /// Events that follow each other.
    ///
    /// @param isLast true when no other event of the audience lies before the end that was read to
    public record Entries(List<Entry> entries, boolean isLast) {}

    /// Payloads can be large, so a page is also limited by their length. Its first event is always
    /// part of it.
    private static final long MAX_PAGE_CHARS = 4_000_000;

    private static final String PAGE =
            """
            with page as (
                select seq, event_id, key, type, payload::text as payload, recorded_at, traceparent
                from event_log
                where seq > :lastSeq and seq <= :endSeq and type = any(:types) and (%s)
                order by seq
                limit :limit),
            measured as (
                select *, count(*) over () as found,
                    sum(length(payload)) over (order by seq) - length(payload) as chars_before
                from page)
            select * from measured where chars_before < :maxChars order by seq
            """;

    private static final String ONE =
            """
            select seq, event_id, key, type, payload::text as payload, recorded_at, traceparent
            from event_log where seq = :seq
            """;

    private static final String MARK =
            "select coalesce((select right(event_id::text, 12) from event_log where seq = :seq), '')";

    private final PublishedTopic topic;
    private final String source;

    EventReader(
            PublishedTopic topic,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.topic = topic;
        this.source = "/" + application;
    }

    /// The events of an audience after a sequence number.
    ///
    /// @param end of the log, see [LogEnd]
    public Entries page(Handle handle, Audience audience, long after, long end, int limit) {
        int[] found = {0};
        var query =
                audience.bindTo(handle.createQuery(PAGE.formatted(audience.condition())))
                        .bind("lastSeq", after)
                        .bind("endSeq", end)
                        .bind("types", topic.types().toArray(String[]::new))
                        .bind("limit", limit)
                        .bind("maxChars", MAX_PAGE_CHARS);
        List<Entry> entries =
                query.map(
                                (row, _) -> {
                                    found[0] = row.getInt("found");
                                    var stored = StoredEvent.of(row);
                                    return new Entry(stored.seq(), CloudEvent.of(stored, source));
                                })
                        .list();
        return new Entries(entries, entries.size() == found[0] && found[0] < limit);
    }

    /// The event with this number.
    public CloudEvent event(Handle handle, long seq) {
        return handle.createQuery(ONE)
                .bind("seq", seq)
                .map((row, _) -> CloudEvent.of(StoredEvent.of(row), source))
                .one();
    }

    /// An event that is not in the log, such as a test.
    ///
    /// @param data JSON
    public CloudEvent made(UUID id, String type, String subject, Instant time, String data) {
        return CloudEvent.of(new StoredEvent(0, id, subject, type, data, time, null), source);
    }

    public Set<String> types() {
        return topic.types();
    }

    /// Identifies the entry with this number, so that a cursor from before a restore is noticed;
    /// empty when there is no such entry.
    public String mark(Handle handle, long seq) {
        return handle.createQuery(MARK).bind("seq", seq).mapTo(String.class).one();
    }

    public String topicName() {
        return topic.name();
    }
}
