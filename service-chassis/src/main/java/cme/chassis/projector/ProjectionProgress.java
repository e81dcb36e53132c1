package cme.chassis.projector;

import org.apache.kafka.clients.consumer.Consumer;

import java.util.concurrent.atomic.AtomicLong;

/// How far a projection is, for health and metrics. Written by its thread, read by others.
public final class ProjectionProgress {

    /// Where it stands.
    public enum State {
        /// Kafka or the database was not reached yet, or was lost.
        WAITING,
        /// It applies what came while it was away.
        CATCHING_UP,
        /// It has seen the end of its partitions and follows.
        CURRENT
    }

    private final String topic;
    private final AtomicLong applied = new AtomicLong();
    private volatile State state = State.WAITING;
    private volatile long lag;
    private volatile boolean behind;

    ProjectionProgress(String topic) {
        this.topic = topic;
    }

    void applied(int events) {
        applied.addAndGet(events);
    }

    void interrupted() {
        state = State.WAITING;
        behind = false;
    }

    /// Takes what waits behind the events that were just taken from Kafka.
    ///
    /// @param batchSize events that are applied at a time
    void fetched(Consumer<?, ?> consumer, int batchSize) {
        long waiting =
                consumer.assignment().stream()
                        .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                        .sum();
        behind = waiting >= batchSize;
    }

    /// Takes the lag after a poll. Until the group has given out the partitions nothing is known.
    void polled(Consumer<?, ?> consumer) {
        long behind = 0;
        for (var partition : consumer.assignment()) {
            var known = consumer.currentLag(partition);
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

    /// Whether at least another batch waits behind the one that is being applied.
    public boolean isBehind() {
        return behind;
    }

    /// Events of the assigned partitions that are not applied yet.
    public long lag() {
        return lag;
    }

    /// Events applied since the service started.
    public long applied() {
        return applied.get();
    }
}
