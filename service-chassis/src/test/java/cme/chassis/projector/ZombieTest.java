package cme.chassis.projector;

import static cme.chassis.projector.IncomingEvents.changed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cme.chassis.kafka.EventKeys;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A consumer was paused for longer than its session time-out, and another one has its partition.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ZombieTest {

    private static final String OFFSETS = "projection_offset";
    private static final String TOPIC_ID = "one";

    @Inject Jdbi jdbi;
    @Inject EventKeys keys;
    @Inject DeadLetters deadLetters;
    @Inject CounterProjection projection;
    @Inject IncomingEvents events;

    private final String key = UUID.randomUUID().toString();
    private final TopicPartition partition = new TopicPartition("test.zombie." + key, 0);
    private final Offsets zombie = new Offsets(OFFSETS);

    @BeforeEach
    void anotherTakesOver() {
        zombie.load(jdbi, List.of(partition), TOPIC_ID);
        var successor = new Offsets(OFFSETS);
        successor.load(jdbi, List.of(partition), TOPIC_ID);
        jdbi.useTransaction(h -> successor.move(h, Map.of(partition, 10L)));
    }

    private void isAsTheSuccessorLeftIt() {
        assertThat(new Offsets(OFFSETS).load(jdbi, List.of(partition), TOPIC_ID))
                .containsEntry(partition, 10L);
    }

    @Test
    void itCannotMoveTheOffsets() {
        for (long offset : List.of(5L, 10L, 15L)) {
            assertThatThrownBy(
                            () ->
                                    jdbi.useTransaction(
                                            h -> zombie.move(h, Map.of(partition, offset))))
                    .isInstanceOf(Offsets.Fenced.class);
        }
        isAsTheSuccessorLeftIt();
    }

    @Test
    void itsBatchHasNoEffectAndMakesNoDeadLetter() {
        var applier =
                new BatchApplier<>(
                        jdbi, deadLetters, keys, zombie, projection::read, projection::apply);
        int before = deadLetters.open();
        assertThatThrownBy(
                        () ->
                                applier.apply(
                                        List.of(event(0, changed(key, 1)), event(1, "{broken"))))
                .isInstanceOf(Offsets.Fenced.class);
        assertThat(events.applied(key)).isZero();
        assertThat(deadLetters.open()).isEqualTo(before);
        isAsTheSuccessorLeftIt();
    }

    private ReceivedEvent event(long offset, String value) {
        byte[] bytes = value.getBytes(UTF_8);
        var attributes =
                keys.sign(partition.topic(), key, Map.of("ce_type", "test.changed"), bytes);
        return new ReceivedEvent(partition.topic(), 0, offset, key, attributes, bytes);
    }
}
