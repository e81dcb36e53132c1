package cme.chassis.projector;

import static cme.chassis.projector.IncomingEvents.changed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cme.test.stack.LocalStackResource;
import cme.test.stack.TestKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/// The topic that is consumed is deleted and made again, or loses its first events.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class TopicMadeAgainTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject IncomingEvents incoming;

    private final String key = UUID.randomUUID().toString();

    private void sendAndAwait(String key, int revisions) {
        incoming.send(
                key,
                IntStream.rangeClosed(1, revisions)
                        .mapToObj(r -> changed(key, r))
                        .toArray(String[]::new));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(incoming.applied(key)).isEqualTo(revisions));
    }

    @Test
    void anotherTopicOfTheSameNameIsReadFromItsBeginning() throws Exception {
        sendAndAwait(key, 100);
        deleteTopic();
        // More events than before: offsets alone would not tell that these are others.
        sendAndAwait(key + "-again", 300);
        sendAndAwait(key + "-later", 5);
    }

    @Test
    void deadLettersOfBothTopicsAreKept() throws Exception {
        incoming.send(key, "[]");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(incoming.deadLetters(key)).hasSize(1));
        deleteTopic();
        incoming.send(key, "[1]");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(incoming.deadLetters(key))
                                        .extracting(DeadLetter::state)
                                        .containsExactlyInAnyOrder(
                                                DeadLetter.State.DISCARDED, DeadLetter.State.OPEN));
    }

    @Test
    void aTopicThatLostItsFirstEventsIsFollowed() throws Exception {
        sendAndAwait(key, 10);
        try (Admin admin = Admin.create(TestKafka.settings())) {
            var partitions = new HashMap<TopicPartition, RecordsToDelete>();
            var all = RecordsToDelete.beforeOffset(-1);
            IntStream.range(0, 3)
                    .forEach(
                            p ->
                                    partitions.put(
                                            new TopicPartition(CounterProjection.TOPIC, p), all));
            admin.deleteRecords(partitions).all().get(30, TimeUnit.SECONDS);
        }
        sendAndAwait(key + "-later", 5);
    }

    private static void deleteTopic() throws Exception {
        try (Admin admin = Admin.create(TestKafka.settings())) {
            admin.deleteTopics(List.of(CounterProjection.TOPIC)).all().get(30, TimeUnit.SECONDS);
            await().atMost(PATIENCE)
                    .until(
                            () ->
                                    !admin.listTopics()
                                            .names()
                                            .get(30, TimeUnit.SECONDS)
                                            .contains(CounterProjection.TOPIC));
        }
    }
}
