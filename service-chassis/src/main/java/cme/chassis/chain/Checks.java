package cme.chassis.chain;

import cme.chassis.eventlog.PublishedTopic;
import cme.chassis.kafka.EventKeys;
import cme.chassis.kafka.KafkaConnection;
import io.quarkus.arc.All;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// The parts of a check of everything, each from its beginning.
@Singleton
class Checks {

    private final Blocks blocks;
    private final Checkpoints checkpoints;
    private final CheckpointKeys keys;
    private final CheckpointTopic checkpointTopic;
    private final PublishedCheckpoint published;
    private final KafkaConnection kafka;
    private final EventKeys eventKeys;
    private final Instance<PublishedTopic> topic;
    private final List<CurrentRows> tables;
    private final List<ComparedRows> sealedTables;

    Checks(
            Blocks blocks,
            Checkpoints checkpoints,
            CheckpointKeys keys,
            CheckpointTopic checkpointTopic,
            PublishedCheckpoint published,
            KafkaConnection kafka,
            EventKeys eventKeys,
            Instance<PublishedTopic> topic,
            @All List<CurrentRows> tables,
            @All List<ComparedRows> sealedTables) {
        this.blocks = blocks;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.checkpointTopic = checkpointTopic;
        this.published = published;
        this.kafka = kafka;
        this.eventKeys = eventKeys;
        this.topic = topic;
        this.tables = tables;
        this.sealedTables = sealedTables;
    }

    /// The parts of a round of the running check: what lies in the database, and the checkpoint
    /// that was published last.
    List<Check> ofRound() {
        return inDatabase(false);
    }

    /// The parts of a check that was asked for, besides the events.
    List<Check> ofVerification() {
        return inDatabase(true);
    }

    private List<Check> inDatabase(boolean isOfAllPublished) {
        var checks = new ArrayList<Check>();
        if (keys.signing().isPresent()) {
            checks.add(new PublishedCheck(checkpointTopic, published, isOfAllPublished));
        }
        checks.add(new CheckpointCheck(blocks, checkpoints, keys));
        checks.add(new BlockCheck(blocks));
        tables.forEach(rows -> checks.add(new RowCheck(rows)));
        tables.forEach(rows -> checks.add(new MissingRowCheck(rows)));
        sealedTables.forEach(rows -> checks.add(new ComparedRowCheck(rows)));
        return checks;
    }

    /// The topics whose events are compared with the log.
    List<PublishedTopic> topics() {
        return topic.isUnsatisfied()
                ? List.of()
                : Stream.concat(Stream.of(topic.get()), topic.get().others().stream()).toList();
    }

    TopicCheck of(PublishedTopic compared, Handle handle) {
        try (Query query = handle.createQuery("select last_seq from event_publication")) {
            return new TopicCheck(
                    kafka.settings(), compared, eventKeys, query.mapTo(Long.class).one());
        }
    }
}
