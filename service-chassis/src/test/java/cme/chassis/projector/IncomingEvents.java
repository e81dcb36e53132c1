package cme.chassis.projector;

import static java.nio.charset.StandardCharsets.UTF_8;

import cme.chassis.kafka.KafkaConnection;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Sends events like another service and reads their effects.
@Singleton
public class IncomingEvents {

    private final KafkaConnection kafka;
    private final Jdbi jdbi;

    IncomingEvents(KafkaConnection kafka, Jdbi jdbi) {
        this.kafka = kafka;
        this.jdbi = jdbi;
    }

    public void send(String key, String... values) {
        kafka.ensureTopic(CounterProjection.TOPIC);
        try (var producer =
                new KafkaProducer<>(
                        kafka.settings(), new StringSerializer(), new StringSerializer())) {
            for (var value : values) {
                var record = new ProducerRecord<>(CounterProjection.TOPIC, key, value);
                record.headers().add("ce_type", "test.changed".getBytes(UTF_8));
                producer.send(record);
            }
        }
    }

    public static String changed(String key, int revision) {
        return "{\"key\": \"%s\", \"revision\": %d}".formatted(key, revision);
    }

    /// The number of times that an event of the key took effect.
    public int applied(String key) {
        return jdbi.withHandle(
                h ->
                        h.select("select applied from counter where key = ?", key)
                                .mapTo(Integer.class)
                                .findOne()
                                .orElse(0));
    }

    public List<DeadLetter> deadLetters(String key) {
        return jdbi.withHandle(
                h ->
                        h.select(
                                        """
                                        select id, topic, partition, "offset", key, type,
                                               coalesce(resolution, 'OPEN') as state, reason, received_at,
                                               tried_at, resolved_at, resolved_by, resolution_reason
                                        from dead_letter where key = ? order by id
                                        """,
                                        key)
                                .map(ConstructorMapper.of(DeadLetter.class))
                                .list());
    }
}
