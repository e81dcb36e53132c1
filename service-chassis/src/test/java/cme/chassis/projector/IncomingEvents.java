package cme.chassis.projector;

import static cme.test.waiting.Waiting.await;
import static java.nio.charset.StandardCharsets.UTF_8;

import cme.chassis.kafka.EventKeys;
import cme.chassis.kafka.KafkaConnection;
import cme.chassis.kafka.ReplayMark;
import cme.chassis.kafka.TopicProbe;
import cme.test.stack.TestKafka;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/// Sends events like another service and reads their effects.
@Singleton
public class IncomingEvents {

    /// As many as the topics of the service under test.
    private static final int PARTITIONS = 3;

    private final EventKeys keys;
    private final KafkaConnection kafka;
    private final Jdbi jdbi;

    IncomingEvents(EventKeys keys, KafkaConnection kafka, Jdbi jdbi) {
        this.keys = keys;
        this.kafka = kafka;
        this.jdbi = jdbi;
    }

    public void send(String key, String... values) {
        try (var producer = producer()) {
            send(producer, key, values);
        }
    }

    /// The same without a new connection each time.
    public void send(KafkaProducer<byte[], byte[]> producer, String key, String... values) {
        for (var value : values) {
            producer.send(signed("test.changed", key.getBytes(UTF_8), value.getBytes(UTF_8)));
        }
        producer.flush();
    }

    /// Sends an event as when its owner publishes it once more.
    public void sendAgain(String key, String value) {
        var event = signed("test.changed", key.getBytes(UTF_8), value.getBytes(UTF_8));
        ReplayMark.put(event);
        try (var producer = producer()) {
            producer.send(event);
        }
    }

    /// Deletes the topic with all its events.
    public void deleteTopic() throws Exception {
        try (Admin admin = Admin.create(TestKafka.settings())) {
            admin.deleteTopics(List.of(CounterProjection.TOPIC)).all().get(30, TimeUnit.SECONDS);
            await().until(
                            () ->
                                    !admin.listTopics()
                                            .names()
                                            .get(30, TimeUnit.SECONDS)
                                            .contains(CounterProjection.TOPIC));
        }
    }

    /// Deletes the topic, makes another one of its name, and waits until that one is consumed.
    public void makeTopicAgain() throws Exception {
        deleteTopic();
        TestKafka.ensureTopic(CounterProjection.TOPIC, PARTITIONS);
        try (TopicProbe probe = kafka.probe()) {
            String id = probe.id(CounterProjection.TOPIC).orElseThrow();
            await().until(() -> isConsumed(id));
        }
    }

    private boolean isConsumed(String topicId) {
        return jdbi.withHandle(
                h ->
                        h.select(
                                        """
                                        select count(*) = ? from projection_offset
                                        where topic = ? and topic_id = ?
                                        """,
                                        PARTITIONS,
                                        CounterProjection.TOPIC,
                                        topicId)
                                .mapTo(Boolean.class)
                                .one());
    }

    /// A producer of another service to its topic.
    public KafkaProducer<byte[], byte[]> producer() {
        TestKafka.ensureTopic(CounterProjection.TOPIC, PARTITIONS);
        var bytes = new ByteArraySerializer();
        return new KafkaProducer<>(TestKafka.settings(), bytes, bytes);
    }

    /// An event as its owner signs it.
    ProducerRecord<byte[], byte[]> signed(
            @Nullable String type, byte @Nullable [] key, byte @Nullable [] value) {
        var record = new ProducerRecord<>(CounterProjection.TOPIC, key, value);
        if (type != null) {
            record.headers().add("ce_type", type.getBytes(UTF_8));
        }
        // Signed is what a consumer reads.
        var read = ReceivedEvent.of(received(record));
        keys.sign(read.topic(), read.key(), read.attributes(), read.value())
                .forEach(
                        (name, text) -> {
                            record.headers().remove(name);
                            record.headers().add(name, text.getBytes(UTF_8));
                        });
        return record;
    }

    private static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> sent) {
        var received = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(received.headers()::add);
        return received;
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
