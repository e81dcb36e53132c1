package cme.chassis.chain;

import cme.chassis.chain.Finding.Kind;
import cme.chassis.eventlog.PublishedTopic;
import cme.chassis.json.Ids;
import cme.chassis.kafka.EventKeys;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Compares a topic with the log, a batch of events in each step: every event, repeated ones too,
/// is an entry of the log that belongs there and is signed, and every entry that was published is
/// on the topic.
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
    private final EventComparison comparison;
    private final Map<String, Object> connection;
    private @Nullable TopicScan scan;
    private Iterator<ConsumerRecord<String, String>> records = Collections.emptyIterator();

    /// The numbers that are on the topic.
    private final BitSet seen = new BitSet();

    private final long last;
    private long after;

    /// @param last the number up to which the log was published before the reading began
    TopicCheck(Map<String, Object> connection, PublishedTopic compared, EventKeys keys, long last) {
        this.topic = compared.name();
        this.types = compared.types().toArray(String[]::new);
        this.comparison = new EventComparison(topic, compared.types(), keys);
        this.last = last;
        this.connection = new HashMap<>(connection);
    }

    @Override
    public Counted counted() {
        return Counted.EVENTS;
    }

    @Override
    public String place() {
        return topic;
    }

    /// @throws TopicOutOfReach when Kafka cannot be reached
    @Override
    public Step step(Handle handle) {
        if (scan == null) {
            scan = new TopicScan(connection, topic);
            records = scan.records().iterator();
        }
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
            LogEntry entry = entries.get(EventComparison.header(record, "ce_id"));
            if (entry != null && entry.seq() > 0 && entry.seq() <= Integer.MAX_VALUE) {
                seen.set((int) entry.seq());
            }
            comparison
                    .problem(record, entry)
                    .ifPresent(problem -> findings.add(finding(record, entry, problem)));
        }
        return new Step(batch.size(), false, findings);
    }

    private Finding finding(
            ConsumerRecord<String, String> record,
            @Nullable LogEntry entry,
            EventComparison.Problem problem) {
        return new Finding(
                problem.kind(),
                topic,
                entry == null ? 0 : entry.seq(),
                record.key() == null ? "" : record.key(),
                "The event at offset %d of partition %d %s."
                        .formatted(record.offset(), record.partition(), problem.how()));
    }

    private static Map<String, LogEntry> entries(
            Handle handle, List<ConsumerRecord<String, String>> batch) {
        var keys = new ArrayList<String>();
        var ids = new ArrayList<String>();
        for (ConsumerRecord<String, String> record : batch) {
            String id = EventComparison.header(record, "ce_id");
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
        return Ids.find(text).filter(id -> id.toString().equals(text)).isPresent();
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

    @Override
    public void close() {
        if (scan != null) {
            scan.close();
        }
    }
}
