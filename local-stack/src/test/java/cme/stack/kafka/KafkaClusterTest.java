package cme.stack.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cme.stack.Ports;
import cme.stack.process.DataFolder;
import cme.stack.process.StackProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three brokers: events are acknowledged with two of them, and not with one.
@Tag("slow")
class KafkaClusterTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String TOPIC = "marks";

    @TempDir static Path temporary;
    private static List<Kafka> brokers;

    @BeforeAll
    static void start() throws Exception {
        int base = Ports.free().base();
        var ports =
                List.of(
                        new BrokerPorts(base, base + 1),
                        new BrokerPorts(base + 2, base + 3),
                        new BrokerPorts(base + 4, base + 10));
        brokers = Kafka.cluster(DataFolder.open(temporary), ports, false);
        together(brokers, StackProcess::start);
        try (Admin admin = Admin.create(login())) {
            var topic = new NewTopic(TOPIC, 3, (short) brokers.getFirst().copies());
            admin.createTopics(List.of(topic)).all().get(20, TimeUnit.SECONDS);
        }
    }

    @AfterAll
    static void stop() {
        together(brokers, broker -> broker.stop(LIMIT));
    }

    private static void together(List<Kafka> some, Consumer<Kafka> work) {
        some.stream()
                .map(
                        broker ->
                                CompletableFuture.runAsync(
                                        () -> work.accept(broker), Thread::startVirtualThread))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private static Map<String, Object> login() {
        return Map.copyOf(brokers.getFirst().login(KafkaLogin.SUPER_USER).settings());
    }

    /// To each partition, so to a leader on every broker.
    private static void send(int timeoutMillis) throws Exception {
        var settings = new HashMap<>(login());
        settings.put("acks", "all");
        settings.put("linger.ms", 0);
        settings.put("max.block.ms", timeoutMillis);
        settings.put("request.timeout.ms", timeoutMillis / 2);
        settings.put("delivery.timeout.ms", timeoutMillis);
        var serializer = new ByteArraySerializer();
        var producer = new KafkaProducer<>(settings, serializer, serializer);
        try {
            for (int partition = 0; partition < 3; partition++) {
                var mark = new ProducerRecord<byte[], byte[]>(TOPIC, partition, null, new byte[1]);
                // A producer that has no number yet does not keep to its own limit.
                var sent = producer.send(mark).get(timeoutMillis, TimeUnit.MILLISECONDS);
                assertThat(sent.offset()).isNotNegative();
            }
        } finally {
            // It would wait for a cluster that does not answer.
            producer.close(Duration.ZERO);
        }
    }

    @Test
    void aBrokerThatDiesIsNotMissedAndWithOneAloneNothingIsAcknowledged() throws Exception {
        brokers.getFirst().kill();
        send(30_000);

        brokers.get(1).kill();
        assertThatThrownBy(() -> send(5_000))
                .isInstanceOfAny(ExecutionException.class, TimeoutException.class);

        together(brokers.subList(0, 2), StackProcess::start);
        send(30_000);
    }
}
