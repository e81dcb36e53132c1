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
/// published once more. A topic that is new while the log has events of it is filled in the same
/// way.
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

    /// Creates the topics that are missing, and requests a replay when one of them lacks events.
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
                    Optional<TopicState> before = record.of(handle, topic.name());
                    Optional<String> loss = before.flatMap(known -> known.lostIn(now));
                    record.keep(handle, topic.name(), now, loss.isPresent());
                    loss.ifPresent(what -> logLoss(topic, what));
                    if (loss.isPresent() || lacksEvents(handle, topic, before, now)) {
                        LOG.infof("The log is published again, because of %s", topic.name());
                        replays.requestWhole(handle, published, REQUESTED_BY);
                    }
                });
    }

    private static void logLoss(PublishedTopic topic, String what) {
        LOG.errorf("Topic %s has lost events: %s", topic.name(), what);
    }

    /// True for a topic that nobody looked at before and that is empty although the log has events
    /// of it. A newer version publishes types that an older one passed over, or moves them to a
    /// topic of their own, which has lost nothing.
    private static boolean lacksEvents(
            Handle handle, PublishedTopic topic, Optional<TopicState> before, TopicState now) {
        return before.isEmpty() && now.isEmpty() && TopicRecord.isPublished(handle, topic);
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
