package cme.chassis.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import cme.chassis.kafka.TopicState;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class TopicRecordTest {

    @Inject Jdbi jdbi;
    @Inject TopicRecord record;

    private final String topic = "test.record-" + UUID.randomUUID();
    private final TopicState former = new TopicState("former", Map.of(0, 0L, 1, 0L), ends(7, 9));
    private final TopicState madeAgain = new TopicState("again", Map.of(0, 0L), Map.of(0, 0L));

    private static Map<Integer, Long> ends(long first, long second) {
        return Map.of(0, first, 1, second);
    }

    @AfterEach
    void forget() {
        jdbi.useHandle(h -> h.execute("delete from published_partition where topic = ?", topic));
    }

    private void keep(TopicState state, boolean isLost) {
        jdbi.useTransaction(handle -> record.keep(handle, topic, state, isLost));
    }

    private TopicState onRecord() {
        return jdbi.withHandle(handle -> record.of(handle, topic)).orElseThrow();
    }

    /// The watch of a publisher that does not know yet that another one has taken over.
    @Test
    void whatALateWatchSawOfTheFormerTopicIsNotRecorded() {
        keep(former, false);
        keep(madeAgain, true);
        record.update(topic, former);
        assertThat(onRecord()).isEqualTo(madeAgain);
    }

    @Test
    void whatAWatchSeesOfTheSameTopicIsRecorded() {
        keep(former, false);
        var later = new TopicState("former", former.starts(), ends(8, 9));
        record.update(topic, later);
        assertThat(onRecord()).isEqualTo(later);
    }

    @Test
    void aTopicThatWasMadeAgainWithFewerPartitionsIsKnownByItsNewId() {
        keep(former, false);
        keep(madeAgain, true);
        assertThat(onRecord()).isEqualTo(madeAgain);
    }
}
