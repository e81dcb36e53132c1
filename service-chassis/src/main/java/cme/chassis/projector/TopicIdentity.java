package cme.chassis.projector;

import cme.chassis.kafka.KafkaConnection;
import cme.chassis.kafka.TopicProbe;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Notices that a topic was deleted and made again. Its offsets begin at 0 then, and those that a
/// consumer remembers are offsets of other events.
final class TopicIdentity implements AutoCloseable {

    /// The topic is another one than before.
    static final class MadeAgain extends RuntimeException {
        private static final long serialVersionUID = 1;

        MadeAgain(String topic) {
            super("Topic %s was made again".formatted(topic), null, false, false);
        }
    }

    private final String topic;
    private final TopicProbe probe;
    private final long intervalNanos;
    private @Nullable String known;
    private @Nullable CompletableFuture<String> asked;
    private long askedAt;

    /// @param interval the time between two looks
    TopicIdentity(String topic, KafkaConnection kafka, Duration interval) {
        this.topic = topic;
        this.probe = kafka.probe();
        this.intervalNanos = interval.toNanos();
    }

    /// The id of the topic, which is compared with from now on.
    ///
    /// @throws IllegalStateException when Kafka cannot be reached, or the topic does not exist
    String establish() {
        Optional<String> id = probe.id(topic);
        known = id.orElseThrow(() -> new IllegalStateException(topic + " does not exist"));
        return known;
    }

    /// Compares the id from time to time, without waiting for Kafka.
    ///
    /// @throws MadeAgain when it is another one
    void verify() {
        String before = known;
        CompletableFuture<String> answer = asked;
        long now = System.nanoTime();
        if (before == null) {
            return;
        }
        if (answer == null) {
            if (now - askedAt >= intervalNanos) {
                asked = probe.idSoon(topic);
                askedAt = now;
            }
        } else if (answer.isDone()) {
            asked = null;
            if (!answer.isCompletedExceptionally() && !answer.getNow(before).equals(before)) {
                throw new MadeAgain(topic);
            }
        }
    }

    @Override
    public void close() {
        probe.close();
    }
}
