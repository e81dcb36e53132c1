package cme.chassis.projector;

import cme.chassis.kafka.KafkaConnection;

import io.quarkus.runtime.ShutdownEvent;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Where events go that could not be read or applied: a table, from which they can be retried, and
/// the topic `<topic>.dead-letter` for whoever watches Kafka. Nothing is dropped.
@Singleton
public class DeadLetters {

    private static final int TIMEOUT_MS = 10_000;

    private static final String COLUMNS =
            "id, topic, partition, \"offset\", key, type, reason, received_at, resolved_at";

    private final Jdbi jdbi;
    private final KafkaConnection kafka;
    private final Clock clock;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    DeadLetters(Jdbi jdbi, KafkaConnection kafka, Clock clock) {
        this.jdbi = jdbi;
        this.kafka = kafka;
        this.clock = clock;
    }

    /// Keeps the event, in the transaction that moves past it.
    void keep(Handle transaction, ReceivedEvent event, String reason) {
        transaction
                .createUpdate(
                        """
                        insert into dead_letter
                            (topic, partition, "offset", key, type, value, reason, received_at)
                        values (:topic, :partition, :offset, :key, :type, :value, :reason, :at)
                        on conflict (topic, partition, "offset") do nothing
                        """)
                .bind("topic", event.topic())
                .bind("partition", event.partition())
                .bind("offset", event.offset())
                .bind("key", event.key())
                .bind("type", event.type())
                .bind("value", event.value())
                .bind("reason", reason)
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        send(event, reason);
    }

    /// How many wait to be looked at.
    public int open() {
        return jdbi.withHandle(
                handle ->
                        handle.select("select count(*) from dead_letter where resolved_at is null")
                                .mapTo(Integer.class)
                                .one());
    }

    /// Those that wait, oldest first.
    ///
    /// @param afterId id of the last one seen, 0 for the first page
    public List<DeadLetter> list(long afterId, int limit) {
        return jdbi.withHandle(
                handle ->
                        handle.select(
                                        "select "
                                                + COLUMNS
                                                + " from dead_letter"
                                                + " where resolved_at is null and id > ? order by id limit ?",
                                        afterId,
                                        limit)
                                .map(ConstructorMapper.of(DeadLetter.class))
                                .list());
    }

    Optional<ReceivedEvent> lockOpen(Handle transaction, long id) {
        return transaction
                .select(
                        """
                        select topic, partition, "offset", key, type, value from dead_letter
                        where id = ? and resolved_at is null for update
                        """,
                        id)
                .map(
                        (row, _) ->
                                new ReceivedEvent(
                                        row.getString(1),
                                        row.getInt(2),
                                        row.getLong(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getBytes(6)))
                .findOne();
    }

    void resolve(Handle transaction, long id) {
        transaction.execute(
                "update dead_letter set resolved_at = ? where id = ?",
                clock.instant().atOffset(ZoneOffset.UTC),
                id);
    }

    private synchronized void send(ReceivedEvent event, String reason) {
        var topic = event.topic() + ".dead-letter";
        if (producer == null) {
            kafka.ensureTopic(topic);
            producer =
                    new KafkaProducer<>(
                            settings(), new ByteArraySerializer(), new ByteArraySerializer());
        }
        var record = new ProducerRecord<>(topic, bytes(event.key()), event.value());
        record.headers()
                .add("ce_type", bytes(event.type()))
                .add("reason", bytes(reason))
                .add("partition", bytes(Integer.toString(event.partition())))
                .add("offset", bytes(Long.toString(event.offset())));
        try {
            producer.send(record).get(TIMEOUT_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not take a dead letter", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(kafka.settings());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT_MS);
        return settings;
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    synchronized void stop(@Observes ShutdownEvent shutdown) {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }
}
