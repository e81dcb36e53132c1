package cme.benchmarks.bare;

import cme.benchmarks.stack.Sql;
import cme.benchmarks.stack.Topic;
import cme.stack.postgres.Database;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/// Reads completions from a topic and stores them as evidence with its offsets, one transaction per
/// batch. It assesses no diplomate.
public final class BareConsumer implements AutoCloseable {
    private static final int BATCH = 2_000; // as the projector

    private static final String UPSERT =
            """
            insert into reference.completion_revision
                (completion, revision, diplomate_id, status, activity, title, completed_on, credits,
                 patient_safety, poster, recorded_at)
            select completion, revision::int, diplomate_id, status, activity, title, day::date,
                credits::numeric, safety::numeric, poster, recorded_at::timestamptz
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::text[])
                as n (completion, revision, diplomate_id, status, activity, title, day, credits,
                    safety, poster, recorded_at)
            on conflict do nothing
            """;

    private static final List<String> FIELDS =
            List.of(
                    "id",
                    "revision",
                    "diplomateId",
                    "status",
                    "activity",
                    "title",
                    "completedOn",
                    "credits",
                    "patientSafetyCredits",
                    "poster",
                    "recordedAt");

    private static final String MOVE =
            """
            insert into reference.projection_offset select ?, * from unnest(?::int[], ?::bigint[])
            on conflict (topic, partition) do update set next_offset = excluded.next_offset
            """;

    private final ObjectMapper json = new ObjectMapper();
    private final Topic topic;
    private final Connection connection;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /// @param from the offsets to begin at
    public BareConsumer(Topic topic, Database database, Map<TopicPartition, Long> from) {
        this.topic = topic;
        this.connection = Sql.connect(database);
        this.consumer = topic.consumer(BATCH);
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
    }

    /// Consumes until it is woken.
    ///
    /// @param committed is told of each batch after its transaction
    public void run(Consumer<List<ConsumerRecord<byte[], byte[]>>> committed) {
        try {
            connection.setAutoCommit(false);
            while (true) {
                var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
                consumer.poll(Duration.ofMillis(500)).forEach(records::add);
                if (!records.isEmpty()) {
                    store(records);
                    connection.commit();
                    committed.accept(records);
                }
            }
        } catch (WakeupException _) {
            // It was enough.
        } catch (SQLException e) {
            throw Sql.failure(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void wakeUp() {
        consumer.wakeup();
    }

    private void store(List<ConsumerRecord<byte[], byte[]>> records)
            throws SQLException, IOException {
        var columns = new String[FIELDS.size()][records.size()];
        var next = new HashMap<Integer, Long>();
        for (int row = 0; row < records.size(); row++) {
            var record = records.get(row);
            JsonNode event = json.readTree(record.value());
            for (int column = 0; column < columns.length; column++) {
                JsonNode value = event.path(FIELDS.get(column));
                columns[column][row] = value.isNull() ? null : value.asText();
            }
            next.put(record.partition(), record.offset() + 1);
        }
        try (var upsert = connection.prepareStatement(UPSERT);
                var move = connection.prepareStatement(MOVE)) {
            for (int column = 0; column < columns.length; column++) {
                upsert.setArray(column + 1, connection.createArrayOf("text", columns[column]));
            }
            upsert.executeUpdate();
            move.setString(1, topic.name());
            move.setArray(2, connection.createArrayOf("int", next.keySet().toArray()));
            move.setArray(3, connection.createArrayOf("bigint", next.values().toArray()));
            move.executeUpdate();
        }
    }

    @Override
    public void close() {
        consumer.close();
        try {
            connection.close();
        } catch (SQLException e) {
            throw Sql.failure(e);
        }
    }
}
