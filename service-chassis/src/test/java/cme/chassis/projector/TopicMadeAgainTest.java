package cme.chassis.projector;

import static cme.chassis.projector.IncomingEvents.changed;
import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import cme.chassis.kafka.KafkaConnection;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// The topic that is consumed is deleted and made again, or loses its first events.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class TopicMadeAgainTest {

    @Inject IncomingEvents incoming;
    @Inject KafkaConnection kafka;
    @Inject Jdbi jdbi;

    private final String key = UUID.randomUUID().toString();

    private static String[] changes(String key, int revisions) {
        return IntStream.rangeClosed(1, revisions)
                .mapToObj(r -> changed(key, r))
                .toArray(String[]::new);
    }

    private void sendAndAwait(String key, int revisions) {
        incoming.send(key, changes(key, revisions));
        await().untilAsserted(() -> assertThat(incoming.applied(key)).isEqualTo(revisions));
    }

    /// The new topic grows past the offset of the consumer before the consumer looks at it: offsets
    /// alone would not tell that its events are others.
    @Test
    void anotherTopicOfTheSameNameIsReadFromItsBeginning() throws Exception {
        sendAndAwait(key, 1);
        long before = end();
        int events = Math.toIntExact(before) + 100;
        try (var hold = jdbi.open()) {
            hold.begin();
            hold.execute("lock table counter in exclusive mode");
            incoming.send(key, changed(key, 2));
            await().until(this::isProjectorWaiting);
            incoming.deleteTopic();
            incoming.send(key, changes(key + "-again", events));
            hold.commit();
        }
        // Those after the old offset may be read before the other topic is noticed, and then again.
        await().untilAsserted(
                        () ->
                                assertThat(incoming.applied(key + "-again"))
                                        .isGreaterThanOrEqualTo(events));
        sendAndAwait(key + "-later", 5);
    }

    private long end() {
        try (var probe = kafka.probe()) {
            var state = probe.state(CounterProjection.TOPIC).orElseThrow();
            return state.ends().values().stream().mapToLong(Long::longValue).max().orElseThrow();
        }
    }

    private boolean isProjectorWaiting() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select exists (select from pg_locks
                                        where not granted and relation = 'counter'::regclass)
                                        """)
                                .mapTo(Boolean.class)
                                .one());
    }

    @Test
    void deadLettersOfBothTopicsAreKept() throws Exception {
        incoming.send(key, "[]");
        await().untilAsserted(() -> assertThat(incoming.deadLetters(key)).hasSize(1));
        incoming.deleteTopic();
        incoming.send(key, "[1]");
        await().untilAsserted(
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
}
