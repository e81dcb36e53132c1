package cme.chassis.eventlog;

import cme.chassis.ChassisConfig;
import cme.chassis.kafka.KafkaConnection;
import cme.chassis.kafka.TopicProbe;
import cme.chassis.kafka.TopicState;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Keeps what is published on Kafka. Topics are kept for ever, so one that was deleted, or begins
/// later or ends earlier than it did, has lost events: it is made again, and the whole log is
/// published once more.
@Singleton
class TopicContinuity {

    private static final Logger LOG = Logger.getLogger(TopicContinuity.class);
    private static final String REQUESTED_BY = "topic check";

    private final Jdbi jdbi;
    private final KafkaConnection kafka;
    private final Replays replays;
    private final TopicRecord record;
    private final Duration interval;

    TopicContinuity(
            Jdbi jdbi,
            KafkaConnection kafka,
            Replays replays,
            TopicRecord record,
            ChassisConfig config) {
        this.jdbi = jdbi;
        this.kafka = kafka;
        this.replays = replays;
        this.record = record;
        this.interval = config.topics().checkInterval();
    }

    /// Creates the topics that are missing, and requests a replay when one of them has lost events.
    ///
    /// @throws IllegalStateException when Kafka cannot be reached
    void restore(PublishedTopic published) {
        try (TopicProbe probe = kafka.probe()) {
            published
                    .all()
                    .forEach(
                            topic -> {
                                kafka.ensureTopic(topic.name());
                                restore(published, topic, state(probe, topic.name()));
                            });
        }
    }

    private static TopicState state(TopicProbe probe, String topic) {
        return probe.state(topic)
                .orElseThrow(() -> new IllegalStateException(topic + " is not there yet"));
    }

    private void restore(PublishedTopic published, PublishedTopic topic, TopicState now) {
        jdbi.useTransaction(
                handle -> {
                    Optional<String> loss = loss(handle, topic, now);
                    record.keep(handle, topic.name(), now, loss.isPresent());
                    loss.ifPresent(
                            what -> {
                                LOG.errorf(
                                        "Topic %s has lost events: %s. The log is published again.",
                                        topic.name(), what);
                                replays.requestWhole(handle, published, REQUESTED_BY);
                            });
                });
    }

    private Optional<String> loss(Handle handle, PublishedTopic topic, TopicState now) {
        Optional<TopicState> before = record.of(handle, topic.name());
        if (before.isPresent()) {
            return before.get().lostIn(now);
        }
        // A version that did not look at topics may have published.
        return now.isEmpty() && TopicRecord.isPublished(handle, topic)
                ? Optional.of("it is empty")
                : Optional.empty();
    }

    /// Looks at the topics, which were restored before, until it is closed.
    TopicWatch watch(PublishedTopic published) {
        Map<String, TopicState> restored =
                jdbi.withHandle(
                        handle ->
                                published
                                        .all()
                                        .map(PublishedTopic::name)
                                        .collect(
                                                Collectors.toMap(
                                                        name -> name,
                                                        name ->
                                                                record.of(handle, name)
                                                                        .orElseThrow())));
        return new TopicWatch(restored, kafka.probe(), record, interval);
    }
}
