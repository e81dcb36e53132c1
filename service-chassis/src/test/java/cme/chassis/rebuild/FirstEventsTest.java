package cme.chassis.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import cme.chassis.kafka.ReplayMark;
import cme.stack.kafka.KafkaLogin;
import cme.test.stack.SharedTestStack;
import cme.test.stack.TestKafka;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FirstEventsTest {

    private static final int PARTITIONS = 3;
    private static final Instant SOME_DAY = Instant.parse("2026-01-02T10:00:00Z");

    private final String topic = "test.first-" + UUID.randomUUID();

    @BeforeAll
    static void join() {
        TestKafka.use(SharedTestStack.join().kafka(KafkaLogin.SUPER_USER));
    }

    @BeforeEach
    void make() {
        TestKafka.ensureTopic(topic, PARTITIONS);
    }

    private void send(int partition) throws Exception {
        send(new ProducerRecord<>(topic, partition, null, null, new byte[0]));
    }

    private void sendAgain(int partition, Instant published) throws Exception {
        var event =
                new ProducerRecord<byte[], byte[]>(
                        topic, partition, published.toEpochMilli(), null, new byte[0]);
        ReplayMark.put(event);
        send(event);
    }

    private static void send(ProducerRecord<byte[], byte[]> event) throws Exception {
        var bytes = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(TestKafka.settings(), bytes, bytes)) {
            producer.send(event).get(30, TimeUnit.SECONDS);
        }
    }

    private FirstEvents read() {
        List<TopicPartition> partitions =
                IntStream.range(0, PARTITIONS).mapToObj(p -> new TopicPartition(topic, p)).toList();
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(TestKafka.settings(), bytes, bytes)) {
            return FirstEvents.read(consumer, partitions, () -> false);
        }
    }

    @Test
    void aNewTopicIsEmptyAndNotTruncated() {
        FirstEvents first = read();
        assertThat(first.isEmpty()).isTrue();
        assertThat(first.isTruncated()).isFalse();
        assertThat(first.publishedAgainAt()).isEmpty();
    }

    /// A replay comes behind them.
    @Test
    void firstEventsThatWerePublishedForTheFirstTimeTellNothing() throws Exception {
        send(0);
        sendAgain(0, SOME_DAY);
        send(1);
        FirstEvents first = read();
        assertThat(first.isEmpty()).isFalse();
        assertThat(first.publishedAgainAt()).isEmpty();
    }

    @Test
    void aFirstEventThatWasPublishedAgainTellsWhen() throws Exception {
        send(0);
        sendAgain(1, SOME_DAY);
        sendAgain(2, SOME_DAY.plusSeconds(5));
        assertThat(read().publishedAgainAt()).contains(SOME_DAY.plusSeconds(5));
    }

    @Test
    void aPartitionWhoseEventsAreGoneIsTruncatedUntilItHasSomeAgain() throws Exception {
        send(0);
        send(1);
        try (Admin admin = Admin.create(TestKafka.settings())) {
            var all = Map.of(new TopicPartition(topic, 1), RecordsToDelete.beforeOffset(-1));
            admin.deleteRecords(all).all().get(30, TimeUnit.SECONDS);
        }
        assertThat(read().isTruncated()).isTrue();
        sendAgain(1, SOME_DAY);
        FirstEvents again = read();
        assertThat(again.isTruncated()).isFalse();
        assertThat(again.publishedAgainAt()).contains(SOME_DAY);
    }
}
