package cme.chassis.eventlog;

import cme.chassis.kafka.TopicProbe;
import cme.chassis.kafka.TopicState;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Looks at the topics of the publisher from time to time, in a thread of its own, because the
/// publisher would wait for a topic that is gone. What was seen last is recorded, so that the next
/// publisher knows it.
final class TopicWatch implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TopicWatch.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TopicProbe probe;
    private final TopicRecord record;
    private final Duration interval;
    private final Map<TopicPartition, Long> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, TopicState> seen;
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean lost;

    /// @param seen what the topics were like before
    TopicWatch(
            Map<String, TopicState> seen, TopicProbe probe, TopicRecord record, Duration interval) {
        this.seen = new HashMap<>(seen);
        this.probe = probe;
        this.record = record;
        this.interval = interval;
        this.thread = Thread.ofVirtual().name("topic-watch").start(this::run);
    }

    /// True when a topic has lost events, or is gone.
    boolean hasSeenLoss() {
        return lost;
    }

    /// Notes an event that Kafka must have from now on.
    void acknowledged(RecordMetadata event) {
        acknowledged.merge(
                new TopicPartition(event.topic(), event.partition()),
                event.offset() + 1,
                Math::max);
    }

    private void run() {
        while (!closed && !lost) {
            try {
                List.copyOf(seen.keySet()).forEach(this::look);
            } catch (RuntimeException e) {
                // Kafka or the database is away, which loses nothing.
                LOG.debugf("The topics cannot be looked at: %s", e);
            }
            LockSupport.parkNanos(interval.toNanos());
        }
    }

    private void look(String topic) {
        // What is acknowledged before the look must be seen by it.
        TopicState expected = withAcknowledged(topic, seen.get(topic));
        Optional<TopicState> now = probe.state(topic);
        Optional<String> loss = now.map(expected::lostIn).orElse(Optional.of("it is gone"));
        if (loss.isPresent()) {
            LOG.errorf("Topic %s has lost events: %s", topic, loss.get());
            // The next publisher compares with this.
            record.update(topic, expected);
            lost = true;
        } else if (!now.get().equals(seen.put(topic, now.get()))) {
            record.update(topic, now.get());
        }
    }

    private TopicState withAcknowledged(String topic, TopicState before) {
        var ends = new HashMap<>(before.ends());
        acknowledged.forEach(
                (partition, end) -> {
                    if (partition.topic().equals(topic)) {
                        ends.merge(partition.partition(), end, Math::max);
                    }
                });
        return new TopicState(before.id(), before.starts(), ends);
    }

    /// Waits for a look that is under way: the next publisher would not know what it records.
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        probe.close();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
