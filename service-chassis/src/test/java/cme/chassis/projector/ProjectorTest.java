package cme.chassis.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cme.chassis.kafka.KafkaConnection;
import cme.stack.test.LocalStackResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ProjectorTest {

    @Inject KafkaConnection kafka;
    @Inject Jdbi jdbi;
    @Inject DeadLetters deadLetters;
    @Inject Projectors projectors;
    @Inject CounterProjection projection;

    private final String key = UUID.randomUUID().toString();
    private KafkaProducer<String, String> producer;

    @BeforeEach
    void open() {
        kafka.ensureTopic(CounterProjection.TOPIC);
        producer =
                new KafkaProducer<>(
                        kafka.settings(), new StringSerializer(), new StringSerializer());
    }

    @AfterEach
    void close() {
        producer.close();
    }

    private void send(String type, String key, String value) {
        var record = new ProducerRecord<>(CounterProjection.TOPIC, key, value);
        record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        producer.send(record);
    }

    private void send(String key, int revision) {
        send("test.changed", key, "{\"key\": \"%s\", \"revision\": %d}".formatted(key, revision));
    }

    /// How often an event of the key took effect.
    private int applied(String key) {
        return jdbi.withHandle(
                h ->
                        h.select("select applied from counter where key = ?", key)
                                .mapTo(Integer.class)
                                .findOne()
                                .orElse(0));
    }

    private Optional<DeadLetter> deadLetter(String key) {
        return deadLetters.list(0, 500).stream().filter(l -> key.equals(l.key())).findFirst();
    }

    @Test
    void everyEventTakesEffectOnce() {
        for (int revision = 1; revision <= 1_000; revision++) {
            send(key, revision);
        }
        await().untilAsserted(() -> assertThat(applied(key)).isEqualTo(1_000));
        assertThat(projectors.progress().getFirst().lag()).isZero();
    }

    @Test
    void anEventThatCannotBeReadIsKeptWithItsReasonAndTheNextOnesGoOn() {
        send(key, 1);
        send("test.changed", key + "-broken", "{not json");
        send("test.unheard-of", key + "-type", "{}");
        send("test.changed", key + "-schema", "{\"key\": \"a\", \"revision\": 0}");
        send(key, 2);
        await().untilAsserted(() -> assertThat(applied(key)).isEqualTo(2));
        await().untilAsserted(
                        () -> {
                            assertThat(deadLetter(key + "-broken").orElseThrow().reason())
                                    .contains("JSON");
                            assertThat(deadLetter(key + "-type").orElseThrow().reason())
                                    .isEqualTo("Unknown type test.unheard-of");
                            assertThat(deadLetter(key + "-schema").orElseThrow().reason())
                                    .contains("revision begins at 1");
                        });
    }

    @Test
    void poisonIsFoundInItsBatchAndTheOthersTakeEffectOnce() {
        for (int revision = 1; revision <= 50; revision++) {
            send(key, revision);
        }
        send("poison-" + key, 1);
        send(key, 51);
        await().untilAsserted(() -> assertThat(applied(key)).isEqualTo(51));
        await().untilAsserted(() -> assertThat(deadLetter("poison-" + key)).isPresent());
        assertThat(deadLetter("poison-" + key).orElseThrow().reason()).contains("poison");
    }

    @Test
    void aProjectionIsToldThatManyEventsWait() {
        int before = projection.behind();
        jdbi.useTransaction(
                transaction -> {
                    transaction.execute("lock table counter in exclusive mode");
                    for (int revision = 1; revision <= 1_000; revision++) {
                        send(key, revision);
                    }
                    producer.flush();
                });
        await().untilAsserted(() -> assertThat(applied(key)).isEqualTo(1_000));
        // The last batch has nothing behind it, so what was put off is not put off for ever.
        assertThat(projection.behind() - before).isBetween(1, 999);
    }

    @Test
    void aDeadLetterIsAlsoOnItsTopic() {
        send("test.changed", key, "[]");
        await().untilAsserted(() -> assertThat(deadLetter(key)).isPresent());
        try (var topic = new DeadLetterTopic(kafka.settings(), CounterProjection.TOPIC)) {
            await().untilAsserted(
                            () -> assertThat(topic.reason(key)).contains("not a JSON object"));
        }
    }

    @Test
    void aDeadLetterThatCanBeAppliedAfterAllIsResolved() {
        send("test.changed", key, "[]");
        await().untilAsserted(() -> assertThat(deadLetter(key)).isPresent());
        long letter = deadLetter(key).orElseThrow().id();
        assertThat(projectors.retry(letter))
                .hasValueSatisfying(r -> assertThat(r).contains("JSON"));

        jdbi.useHandle(
                h ->
                        h.execute(
                                "update dead_letter set value = convert_to(?, 'UTF8') where id = ?",
                                "{\"key\": \"" + key + "\", \"revision\": 1}",
                                letter));
        assertThat(projectors.retry(letter)).hasValue("");
        assertThat(applied(key)).isEqualTo(1);
        assertThat(deadLetter(key)).isEmpty();
        assertThat(projectors.retry(letter)).isEmpty();
    }

    @Test
    void aConsumerThatLostItsPartitionCannotMoveTheOffsets() {
        var partition = new TopicPartition("test.fenced." + key, 0);
        var zombie = new Offsets();
        zombie.load(jdbi, List.of(partition));
        var successor = new Offsets();
        successor.load(jdbi, List.of(partition));

        jdbi.useTransaction(h -> successor.move(h, Map.of(partition, 10L)));

        assertThatThrownBy(() -> jdbi.useTransaction(h -> zombie.move(h, Map.of(partition, 5L))))
                .isInstanceOf(Offsets.Fenced.class);
        assertThat(new Offsets().load(jdbi, List.of(partition))).containsEntry(partition, 10L);
    }
}
