package cme.chassis.eventlog;

import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A newer version publishes, on a topic of their own, events that are in the log already.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class NewTopicTest {

    @Inject EventLog log;
    @Inject Jdbi jdbi;
    @Inject Backlog backlog;
    @Inject Replays replays;
    @Inject TopicContinuity continuity;
    @Inject TopicRecord record;

    private final PublishedTopic topic =
            new PublishedTopic("test.added.v1", Map.of(TestEvents.TYPE, TestTopic.SCHEMA));

    @AfterEach
    void forget() {
        jdbi.useHandle(
                h -> h.execute("delete from published_partition where topic = ?", topic.name()));
    }

    /// Kafka may not know a topic at once that it has just made.
    private void restore() {
        await().ignoreExceptions()
                .until(
                        () -> {
                            continuity.restore(topic);
                            return true;
                        });
    }

    private Optional<Replay> latestReplay() {
        await().until(
                        () ->
                                replays.latest()
                                        .filter(r -> r.state() == Replay.State.RUNNING)
                                        .isEmpty());
        return replays.latest();
    }

    @Test
    void aNewTopicIsFilledFromTheLogOnceAndHasLostNothing() {
        jdbi.useTransaction(
                handle ->
                        log.append(
                                handle, List.of(TestEvents.of(UUID.randomUUID().toString(), 1))));
        await().until(() -> backlog.events() == 0);
        long before = latestReplay().map(Replay::id).orElse(0L);
        int lost = record.recentlyLost();

        restore();
        Replay replay = latestReplay().orElseThrow();
        assertThat(replay.id()).isGreaterThan(before);
        assertThat(replay.from()).isNull();
        assertThat(replay.total()).isPositive();
        assertThat(record.recentlyLost()).isEqualTo(lost);

        restore();
        assertThat(latestReplay().orElseThrow().id()).isEqualTo(replay.id());
    }
}
