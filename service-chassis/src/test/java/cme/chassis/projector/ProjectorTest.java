package cme.chassis.projector;

import static cme.test.waiting.Waiting.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cme.test.stack.LocalStackResource;
import cme.test.stack.TestKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ProjectorTest {

    @Inject IncomingEvents incoming;
    @Inject Jdbi jdbi;
    @Inject DeadLetters deadLetters;
    @Inject Projectors projectors;
    @Inject CounterProjection projection;

    private final String key = UUID.randomUUID().toString();
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void open() {
        producer = incoming.producer();
    }

    @AfterEach
    void close() {
        producer.close();
    }

    private void send(String type, String key, String value) {
        producer.send(incoming.signed(type, key.getBytes(UTF_8), value.getBytes(UTF_8)));
    }

    private void send(String key, int revision) {
        send("test.changed", key, "{\"key\": \"%s\", \"revision\": %d}".formatted(key, revision));
    }

    /// The number of times that an event of the key took effect.
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

    /// Many events are applied two batches at a time. If one batch fails, no event is applied
    /// twice.
    @Test
    void manyEventsTakeEffectOnceAndInOrderDespiteFailures() {
        var keys = IntStream.range(0, 40).mapToObj(i -> "outage-" + i + "-" + key).toList();
        jdbi.useTransaction(
                transaction -> {
                    transaction.execute("lock table counter in exclusive mode");
                    for (int revision = 1; revision <= 50; revision++) {
                        for (var one : keys) {
                            send(one, revision);
                        }
                    }
                    producer.flush();
                    CounterProjection.connectionsToLose.set(3);
                });
        await().untilAsserted(
                        () ->
                                assertThat(keys)
                                        .allSatisfy(one -> assertThat(applied(one)).isEqualTo(50)));
        assertThat(CounterProjection.connectionsToLose).hasNonPositiveValue();
        assertThat(latest(keys)).containsOnly(50);
    }

    /// The revisions that took effect last.
    private List<Integer> latest(List<String> keys) {
        return jdbi.withHandle(
                h ->
                        h.select(
                                        "select distinct revision from counter where key = any(?)",
                                        (Object) keys.toArray(String[]::new))
                                .mapTo(Integer.class)
                                .list());
    }

    @Test
    void anUnreadableEventIsKeptWithItsReasonAndTheNextOnesGoOn() {
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
    void oneBadEventOfABatchIsIsolatedAndTheOthersTakeEffectOnce() {
        for (int revision = 1; revision <= 50; revision++) {
            send(key, revision);
        }
        send("poison-" + key, 1);
        send(key, 51);
        await().untilAsserted(() -> assertThat(applied(key)).isEqualTo(51));
        await().untilAsserted(() -> assertThat(deadLetter("poison-" + key)).isPresent());
        assertThat(deadLetter("poison-" + key).orElseThrow().reason())
                .startsWith("It can be read but not be applied");
    }

    @Test
    void aProjectionFarBehindIsAppliedSo() {
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
        // Nothing waits behind the last batch, so the postponed work is done then.
        assertThat(projection.behind() - before).isBetween(1, 999);
    }

    @Test
    void aDeadLetterIsAlsoOnItsTopic() {
        send("test.changed", key, "[]");
        await().untilAsserted(() -> assertThat(deadLetter(key)).isPresent());
        try (var topic = new DeadLetterTopic(TestKafka.settings(), CounterProjection.TOPIC)) {
            await().untilAsserted(
                            () -> assertThat(topic.reason(key)).contains("not a JSON object"));
        }
    }

    /// No sequence of bytes may hold up the partition.
    @Test
    void noMalformedEventStopsTheNextOnes() {
        send(key, 1);
        var nasty = new ArrayList<ProducerRecord<byte[], byte[]>>();
        nasty.add(record("a\0b".getBytes(UTF_8), "{}"));
        nasty.add(record(null, null));
        nasty.add(record(new byte[] {(byte) 0xff, (byte) 0xfe}, ""));
        nasty.add(record(null, "[".repeat(5_000)));
        nasty.add(record(null, "{\"key\": \"a\", \"revision\": 1e999999999}"));
        nasty.add(record(null, "{\"key\": \"a\", \"revision\": 1e99999999999999}"));
        nasty.add(record(null, "{\"key\": \"\\u0000\", \"revision\": 1}"));
        nasty.add(record(null, "{\"key\": null, \"revision\": 1}"));
        nasty.add(record(null, "{\"key\": \"" + "x".repeat(63_000) + "\", \"revision\": 0}"));
        nasty.add(incoming.signed(null, null, "{}".getBytes(UTF_8)));
        int before = deadLetters.open();
        nasty.forEach(producer::send);
        send(key, 2);
        await().untilAsserted(() -> assertThat(applied(key)).isEqualTo(2));
        await().untilAsserted(
                        () -> assertThat(deadLetters.open()).isEqualTo(before + nasty.size()));
        assertThat(deadLetters.list(0, 500))
                .extracting(DeadLetter::reason)
                .allSatisfy(
                        reason ->
                                assertThat(reason)
                                        .isNotBlank()
                                        .doesNotContain("cme.", "java.", "Exception", "SQL"));
    }

    private ProducerRecord<byte[], byte[]> record(byte[] key, String value) {
        return incoming.signed("test.changed", key, value == null ? null : value.getBytes(UTF_8));
    }

    @Test
    void deadLettersAreKeptInTheOrderOfTheirEvents() {
        for (int i = 0; i < 20; i++) {
            send(i % 3 == 0 ? key + "-poison" : key, i % 3 == 0 ? 1 : 0);
        }
        send(key, 1);
        await().untilAsserted(() -> assertThat(applied(key)).isEqualTo(1));
        var mine = deadLetters.list(0, 500).stream().filter(l -> key.equals(l.key())).toList();
        assertThat(mine).hasSize(13).isSortedAccordingTo(Comparator.comparing(DeadLetter::offset));
    }

    /// The connection is lost in the middle of a batch several times.
    @Test
    void aFailureOfTheDatabaseMakesNoDeadLetter() {
        int before = deadLetters.open();
        CounterProjection.connectionsToLose.set(3);
        for (int revision = 1; revision <= 10; revision++) {
            send("outage-" + key, revision);
        }
        await().untilAsserted(() -> assertThat(applied("outage-" + key)).isEqualTo(10));
        assertThat(CounterProjection.connectionsToLose).hasNonPositiveValue();
        assertThat(deadLetters.open()).isEqualTo(before);
    }

    /// In a roll-out a service may be newer than its database for a moment.
    @Test
    void aMissingTableMakesNoDeadLetter() {
        int before = deadLetters.open();
        CounterProjection.tablesToMiss.set(2);
        send("migration-" + key, 1);
        await().untilAsserted(() -> assertThat(applied("migration-" + key)).isEqualTo(1));
        assertThat(deadLetters.open()).isEqualTo(before);
    }
}
