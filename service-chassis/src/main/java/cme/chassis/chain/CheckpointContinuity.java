package cme.chassis.chain;

import cme.chassis.eventlog.TopicRecord;
import cme.chassis.kafka.KafkaConnection;
import cme.chassis.kafka.TopicProbe;
import cme.chassis.kafka.TopicState;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/// Keeps the checkpoints on Kafka, as the events are kept: a topic that was deleted, or begins
/// later or ends earlier than it did, gets all of them again.
@Singleton
class CheckpointContinuity {

    private static final Logger LOG = Logger.getLogger(CheckpointContinuity.class);
    private static final int PAGE = 200;

    private final KafkaConnection kafka;
    private final CheckpointTopic topic;
    private final Checkpoints checkpoints;
    private final PublishedCheckpoint published;
    private final TopicRecord record;

    CheckpointContinuity(
            KafkaConnection kafka,
            CheckpointTopic topic,
            Checkpoints checkpoints,
            PublishedCheckpoint published,
            TopicRecord record) {
        this.kafka = kafka;
        this.topic = topic;
        this.checkpoints = checkpoints;
        this.published = published;
        this.record = record;
    }

    /// Publishes all checkpoints again when the topic has lost some.
    ///
    /// @param newest the last one that is on the topic, which the chain holds
    /// @throws IllegalStateException when Kafka cannot be reached
    void restore(Handle handle, Optional<Checkpoint> newest) {
        TopicState now = state();
        Optional<String> loss =
                record.of(handle, topic.name())
                        .flatMap(before -> before.lostIn(now))
                        .or(
                                () ->
                                        published.isBehind(handle, newest)
                                                ? Optional.of("its last checkpoints are gone")
                                                : Optional.empty());
        loss.ifPresent(
                what -> {
                    LOG.errorf(
                            "Topic %s has lost checkpoints: %s. All are published again.",
                            topic.name(), what);
                    publishAll(handle);
                });
        record.keep(handle, topic.name(), now, loss.isPresent());
    }

    private TopicState state() {
        try (TopicProbe probe = kafka.probe()) {
            return probe.state(topic.name())
                    .orElseThrow(() -> new IllegalStateException(topic.name() + " is not there"));
        }
    }

    private void publishAll(Handle handle) {
        List<Checkpoints.Row> page = checkpoints.after(handle, 0, PAGE);
        while (!page.isEmpty()) {
            topic.publish(
                    page.stream().flatMap(row -> Checkpoint.parse(row.note()).stream()).toList());
            page = checkpoints.after(handle, page.getLast().block(), PAGE);
        }
    }
}
