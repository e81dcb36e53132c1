package cme.chassis.projector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// The progress of a projection, for health and metrics. Its thread writes it, others read it.
public final class ProjectionProgress {

    /// The state of a projection.
    public enum State {
        /// Kafka or the database was not reached yet, or the connection to one of them was lost.
        WAITING,
        /// It applies the events that came while it was away.
        CATCHING_UP,
        /// It has reached the end of its partitions and follows them.
        CURRENT
    }

    private final String topic;
    private final AtomicLong applied = new AtomicLong();
    private volatile State state = State.WAITING;
    private volatile long lag;
    private volatile boolean farBehind;
    private volatile Instant latest;

    private final Clock clock;

    ProjectionProgress(String topic, Clock clock) {
        this.topic = topic;
        this.clock = clock;
        this.latest = clock.instant();
    }

    /// Counts events that were applied.
    ///
    /// @param latest when the last of them was published
    void applied(int events, Instant latest) {
        applied.addAndGet(events);
        this.latest = latest;
    }

    void interrupted() {
        state = State.WAITING;
        farBehind = false;
    }

    /// Notes whether another batch waits behind the events that were just fetched.
    void fetched(Consumer<?, ?> consumer, int batchSize) {
        long waiting =
                consumer.assignment().stream()
                        .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                        .sum();
        farBehind = waiting >= batchSize;
    }

    /// Notes the lag after a poll. It is unknown until the group has assigned the partitions.
    void polled(Consumer<?, ?> consumer) {
        long behind = 0;
        for (TopicPartition partition : consumer.assignment()) {
            OptionalLong known = consumer.currentLag(partition);
            if (known.isEmpty()) {
                return;
            }
            behind += known.getAsLong();
        }
        lag = behind;
        if (behind == 0) {
            state = consumer.groupMetadata().generationId() >= 0 ? State.CURRENT : State.WAITING;
        } else if (state == State.WAITING) {
            state = State.CATCHING_UP;
        }
    }

    public String topic() {
        return topic;
    }

    public State state() {
        return state;
    }

    /// True when at least one more batch waits behind the one that is being applied.
    public boolean isFarBehind() {
        return farBehind;
    }

    /// Events of the assigned partitions that are not applied yet.
    public long lag() {
        return lag;
    }

    /// The age of the last event that was applied; zero when no event waits.
    public Duration behind() {
        return lag == 0 ? Duration.ZERO : Duration.between(latest, clock.instant());
    }

    /// Events applied since the service started.
    public long applied() {
        return applied.get();
    }
}
