package cme.chassis.chain;

import cme.chassis.json.StrictJson;
import cme.chassis.kafka.KafkaConnection;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The topic with the checkpoints of this service, where they are out of reach of its database.
@Singleton
class CheckpointTopic {

    /// The checkpoints that were published, while they are read.
    record Published(TopicScan topic, Iterator<Checkpoint> iterator) implements AutoCloseable {

        @Override
        public void close() {
            topic.close();
        }
    }

    private static final int TIMEOUT_SECONDS = 10;

    /// Among so many records at the end of a partition is the newest checkpoint, unless somebody
    /// has written others into the topic.
    private static final int TAIL = 50;

    private static final Comparator<Checkpoint> BY_AGE =
            Comparator.comparing(Checkpoint::signedAt).thenComparingLong(Checkpoint::block);

    private static final ObjectMapper JSON = StrictJson.mapper();

    private final KafkaConnection kafka;
    private final CheckpointKeys keys;
    private final String application;
    private final String domain;

    CheckpointTopic(
            KafkaConnection kafka,
            CheckpointKeys keys,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.kafka = kafka;
        this.keys = keys;
        this.application = application;
        this.domain = application.replaceAll("-service$", "");
    }

    String name() {
        return domain + ".checkpoints.v1";
    }

    /// Creates the topic unless it exists.
    void ensure() {
        kafka.ensureTopic(name());
    }

    /// Sends the checkpoints and waits until Kafka has acknowledged them.
    ///
    /// @throws IllegalStateException when it does not
    void publish(List<Checkpoint> checkpoints) {
        Map<String, Object> settings = new HashMap<>(kafka.settings());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                Math.toIntExact(TimeUnit.SECONDS.toMillis(TIMEOUT_SECONDS)));
        var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        try {
            List<Future<RecordMetadata>> sent =
                    checkpoints.stream()
                            .map(checkpoint -> producer.send(record(checkpoint)))
                            .toList();
            for (Future<RecordMetadata> one : sent) {
                one.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka does not take a checkpoint", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while publishing a checkpoint", e);
        } finally {
            producer.close(Duration.ZERO);
        }
    }

    private ProducerRecord<String, String> record(Checkpoint checkpoint) {
        var id = UUID.nameUUIDFromBytes(checkpoint.note().getBytes(StandardCharsets.UTF_8));
        var record = new ProducerRecord<>(name(), application, written(checkpoint));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", id.toString());
        header(record, "ce_type", "cme." + domain + ".checkpoint.signed");
        header(record, "ce_source", "/" + application);
        header(record, "ce_subject", application);
        header(
                record,
                "ce_dataschema",
                "https://contracts.cme.example/" + domain + "/v1/checkpoint.schema.json");
        header(record, "ce_time", checkpoint.signedAt().toString());
        header(record, "content-type", "application/json");
        return record;
    }

    private String written(Checkpoint checkpoint) {
        try {
            return JSON.writeValueAsString(CheckpointView.of(checkpoint, keys));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A checkpoint cannot be written as JSON", e);
        }
    }

    private static void header(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /// The checkpoint that was published last, among those at the end of the topic with a signature
    /// that holds.
    Optional<Checkpoint> newest() {
        try (var topic = new TopicScan(kafka.settings(), name())) {
            topic.seekToTail(TAIL);
            return newest(
                    topic.records().flatMap(record -> read(record.value()).stream()), keys::verify);
        }
    }

    /// The one that was signed last: what is signed cannot be chosen by whoever writes to the
    /// topic, unlike the time of a record.
    static Optional<Checkpoint> newest(Stream<Checkpoint> signed) {
        return newest(signed, _ -> true);
    }

    /// The one that was signed last of those whose signature holds. To look at one takes
    /// milliseconds, so it begins with the newest.
    static Optional<Checkpoint> newest(
            Stream<Checkpoint> checkpoints, Predicate<Checkpoint> holds) {
        return checkpoints.sorted(BY_AGE.reversed()).filter(holds).findFirst();
    }

    /// All checkpoints with a signature that holds, in order.
    Published all() {
        var topic = new TopicScan(kafka.settings(), name());
        return new Published(
                topic,
                topic.records()
                        .flatMap(record -> read(record.value()).stream())
                        .filter(keys::verify)
                        .iterator());
    }

    /// The checkpoint in the value of a record; empty when it has another form.
    static Optional<Checkpoint> read(String value) {
        try {
            JsonNode note = JSON.readTree(value).path("note");
            return note.isTextual() ? Checkpoint.parse(note.asText()) : Optional.empty();
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }
}
