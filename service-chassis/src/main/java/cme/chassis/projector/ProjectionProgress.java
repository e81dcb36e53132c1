package cme.chassis.projector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;

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
    private volatile boolean farBehind;
    private volatile Instant latest;

    private final Clock clock;

    ProjectionProgress(String topic, Clock clock) {
        this.topic = topic;
        this.clock = clock;
        this.latest = clock.instant();
    }

    /// @param latest when the last of them was published
    void applied(int events, Instant latest) {
        applied.addAndGet(events);
        this.latest = latest;
    }

    void interrupted() {
        state = State.WAITING;
        farBehind = false;
    }

    /// Takes what waits behind the events that were just taken from Kafka.
    ///
    /// @param batchSize events that are applied at a time
    void fetched(Consumer<?, ?> consumer, int batchSize) {
        long waiting =
                consumer.assignment().stream()
                        .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                        .sum();
        farBehind = waiting >= batchSize;
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
    public boolean isFarBehind() {
        return farBehind;
    }

    /// Events of the assigned partitions that are not applied yet.
    public long lag() {
        return lag;
    }

    /// How old the last event applied is while more wait; zero when none waits.
    public Duration behind() {
        return lag == 0 ? Duration.ZERO : Duration.between(latest, clock.instant());
    }

    /// Events applied since the service started.
    public long applied() {
        return applied.get();
    }
}
