package cme.chassis.chain;

import cme.chassis.chain.Finding.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Compares a topic with the log, a batch of events in each step: every event, repeated ones too,
/// is an entry of the log, and every entry that was published is on the topic.
final class TopicCheck implements Check, AutoCloseable {

    private static final int BATCH = 500;
    private static final String BY_ID =
            "select "
                    + LogEntry.COLUMNS.replace(
                            "seq, event_id, key, type", "e.seq, e.event_id, e.key, e.type")
                    + """
                     from unnest(:keys::text[], :ids::text[]) as wanted (key, id)
                    join event_log e on e.key = wanted.key and e.event_id = wanted.id::uuid
                    """;

    private static final String PUBLISHED =
            """
            select seq, key from event_log
            where seq > :after and type = any(:types)
                and seq <= (select last_seq from event_publication)
            order by seq limit :limit
            """;

    private final String topic;
    private final String[] types;
    private final TopicScan scan;
    private final Iterator<ConsumerRecord<String, String>> records;

    /// The numbers that are on the topic.
    private final BitSet seen = new BitSet();

    private final long last;
    private long after;

    /// @param last the number up to which the log was published before the reading began
    TopicCheck(Map<String, Object> connection, String topic, String[] types, long last) {
        this.topic = topic;
        this.types = types.clone();
        this.last = last;
        this.scan = new TopicScan(connection, topic);
        this.records = scan.records().iterator();
    }

    @Override
    public Counted counted() {
        return Counted.EVENTS;
    }

    @Override
    public String place() {
        return topic;
    }

    @Override
    public Step step(Handle handle) {
        var batch = new ArrayList<ConsumerRecord<String, String>>();
        while (batch.size() < BATCH && records.hasNext()) {
            batch.add(records.next());
        }
        return batch.isEmpty() ? published(handle) : compare(handle, batch);
    }

    private Step compare(Handle handle, List<ConsumerRecord<String, String>> batch) {
        Map<String, LogEntry> entries = entries(handle, batch);
        var findings = new ArrayList<Finding>();
        for (ConsumerRecord<String, String> record : batch) {
            LogEntry entry = entries.get(header(record, "ce_id"));
            if (entry == null) {
                findings.add(finding(record, 0, "is not in the log"));
            } else {
                if (entry.seq() > 0 && entry.seq() <= Integer.MAX_VALUE) {
                    seen.set((int) entry.seq());
                }
                if (!agrees(record, entry)) {
                    findings.add(finding(record, entry.seq(), "differs from the log"));
                }
            }
        }
        return new Step(batch.size(), false, findings);
    }

    private static boolean agrees(ConsumerRecord<String, String> record, LogEntry entry) {
        return Objects.equals(record.value(), entry.payload())
                && Objects.equals(record.key(), entry.key())
                && Objects.equals(header(record, "ce_type"), entry.type())
                && entry.recordedAt().equals(time(record));
    }

    private static @Nullable Instant time(ConsumerRecord<String, String> record) {
        try {
            String time = header(record, "ce_time");
            return time == null ? null : Instant.parse(time);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private Finding finding(ConsumerRecord<String, String> record, long seq, String how) {
        return new Finding(
                Kind.EVENT_DIFFERS,
                topic,
                seq,
                record.key() == null ? "" : record.key(),
                "The event at offset %d of partition %d %s."
                        .formatted(record.offset(), record.partition(), how));
    }

    private static Map<String, LogEntry> entries(
            Handle handle, List<ConsumerRecord<String, String>> batch) {
        var keys = new ArrayList<String>();
        var ids = new ArrayList<String>();
        for (ConsumerRecord<String, String> record : batch) {
            String id = header(record, "ce_id");
            if (record.key() != null && id != null && isId(id)) {
                keys.add(record.key());
                ids.add(id);
            }
        }
        var entries = new HashMap<String, LogEntry>();
        try (Query query = handle.createQuery(BY_ID)) {
            query.bind("keys", keys.toArray(String[]::new))
                    .bind("ids", ids.toArray(String[]::new))
                    .map((row, _) -> LogEntry.of(row))
                    .forEach(entry -> entries.put(entry.eventId().toString(), entry));
        }
        return entries;
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// The entries that were published before the reading began.
    private Step published(Handle handle) {
        var findings = new ArrayList<Finding>();
        int read = 0;
        try (Query query = handle.createQuery(PUBLISHED)) {
            List<Map.Entry<Long, String>> page =
                    query.bind("after", after)
                            .bind("types", types)
                            .bind("limit", BATCH)
                            .map((row, _) -> Map.entry(row.getLong("seq"), row.getString("key")))
                            .list();
            for (Map.Entry<Long, String> entry : page) {
                after = entry.getKey();
                if (after <= Math.min(last, Integer.MAX_VALUE) && !seen.get((int) after)) {
                    findings.add(
                            new Finding(
                                    Kind.EVENT_MISSING,
                                    topic,
                                    after,
                                    entry.getValue(),
                                    "Entry %d is not on the topic.".formatted(after)));
                }
            }
            read = page.size();
        }
        return new Step(0, read < BATCH || after >= last, findings);
    }

    private static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        scan.close();
    }
}
