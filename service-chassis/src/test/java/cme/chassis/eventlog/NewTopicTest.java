package cme.chassis.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A newer version publishes, on a topic of their own, events that are in the log already.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class NewTopicTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

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

    private Replay awaitedReplay() {
        await().atMost(PATIENCE)
                .until(() -> replays.latest().orElseThrow().state() == Replay.State.COMPLETE);
        return replays.latest().orElseThrow();
    }

    @Test
    void aNewTopicIsFilledFromTheLogOnceAndHasLostNothing() {
        jdbi.useTransaction(
                handle ->
                        log.append(
                                handle, List.of(TestEvents.of(UUID.randomUUID().toString(), 1))));
        await().atMost(PATIENCE).until(() -> backlog.events() == 0);
        long before = replays.latest().map(Replay::id).orElse(0L);
        int lost = record.recentlyLost();

        continuity.restore(topic);
        Replay replay = awaitedReplay();
        assertThat(replay.from()).isNull();
        assertThat(replay.total()).isPositive();
        assertThat(replay.id()).isGreaterThan(before);
        assertThat(record.recentlyLost()).isEqualTo(lost);

        continuity.restore(topic);
        assertThat(replays.latest().orElseThrow().id()).isEqualTo(replay.id());
    }
}
