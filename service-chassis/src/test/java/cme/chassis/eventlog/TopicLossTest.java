package cme.chassis.eventlog;

import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import cme.test.contract.TopicReader;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// Somebody deletes the topic, or a part of it.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class TopicLossTest {

    @Inject EventLog log;
    @Inject Jdbi jdbi;
    @Inject Backlog backlog;
    @Inject TopicRecord record;

    private final String key = UUID.randomUUID().toString();

    private void append(int... revisions) {
        var events = IntStream.of(revisions).mapToObj(r -> TestEvents.of(key, r)).toList();
        jdbi.useTransaction(handle -> log.append(handle, events));
    }

    private void appendAndAwait(int... revisions) {
        append(revisions);
        await().until(() -> backlog.events() == 0);
    }

    /// What a consumer that begins now reads of the key.
    private List<Integer> published() {
        try (var topic = new TopicReader(TestKafka.settings(), TestTopic.NAME)) {
            var seen = new HashMap<Long, Integer>();
            await().pollDelay(Duration.ZERO).until(() -> !topic.of(key).isEmpty());
            topic.of(key).forEach(one -> seen.put(one.offset(), revision(one)));
            return seen.values().stream().distinct().sorted().toList();
        }
    }

    private static int revision(ConsumerRecord<String, String> record) {
        return Integer.parseInt(record.value().replaceAll(".*: (\\d+)}", "$1"));
    }

    @Test
    void aDeletedTopicIsMadeAgainAndTheWholeLogPublishedAgain() throws Exception {
        appendAndAwait(1, 2);
        try (Admin admin = Admin.create(TestKafka.settings())) {
            admin.deleteTopics(List.of(TestTopic.NAME)).all().get(30, TimeUnit.SECONDS);
        }
        appendAndAwait(3);
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(published()).containsExactly(1, 2, 3));
        assertThat(record.recentlyLost()).isPositive();
    }

    @Test
    void aTruncatedTopicIsPublishedAgain() throws Exception {
        appendAndAwait(1, 2);
        try (Admin admin = Admin.create(TestKafka.settings())) {
            var partitions = new HashMap<TopicPartition, RecordsToDelete>();
            var all = RecordsToDelete.beforeOffset(-1);
            IntStream.range(0, 3)
                    .forEach(p -> partitions.put(new TopicPartition(TestTopic.NAME, p), all));
            admin.deleteRecords(partitions).all().get(30, TimeUnit.SECONDS);
        }
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(published()).containsExactly(1, 2));
        appendAndAwait(3);
        await().untilAsserted(() -> assertThat(published()).containsExactly(1, 2, 3));
    }
}
