package cme.system.faults;

import cme.stack.kafka.KafkaLogin;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/// A topic as a plain consumer reads it, from its beginning.
final class Topic implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(200);

    private final String name;
    private final String subjectField;
    private final boolean gapless;
    private final KafkaConsumer<String, String> consumer;
    private final Map<String, NavigableMap<Long, JsonNode>> bySubject = new HashMap<>();
    private final Map<Integer, Long> nextOffset = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private long events;
    private long repeats;

    /// @param subjectField what in an event says which thing it is a revision of
    /// @param gapless whether revisions are numbered by ones
    Topic(KafkaLogin login, String name, String subjectField, boolean gapless) {
        this.name = name;
        this.subjectField = subjectField;
        this.gapless = gapless;
        // A killed broker may reset the position of a consumer. It then goes to the beginning,
        // because the default, the end, would skip events.
        var settings = new HashMap<String, Object>(login.settings());
        settings.put("auto.offset.reset", "earliest");
        this.consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        var partitions =
                consumer.partitionsFor(name).stream()
                        .map(info -> new TopicPartition(name, info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /// Up to where it ends now.
    void readToEnd() {
        var ends = consumer.endOffsets(consumer.assignment());
        var limit = Instant.now().plus(PATIENCE);
        while (ends.entrySet().stream().anyMatch(this::isAhead)) {
            if (Instant.now().isAfter(limit)) {
                throw new IllegalStateException("The end of " + name + " is not to be had");
            }
            consumer.poll(POLL).forEach(this::take);
        }
    }

    private boolean isAhead(Map.Entry<TopicPartition, Long> end) {
        return consumer.position(end.getKey()) < end.getValue();
    }

    private void take(ConsumerRecord<String, String> event) {
        long next = nextOffset.getOrDefault(event.partition(), 0L);
        if (event.offset() < next) {
            return;
        }
        if (event.offset() > next) {
            wrong.add("topic: no event at offset %d, before %s".formatted(next, place(event)));
        }
        nextOffset.put(event.partition(), event.offset() + 1);
        takeNew(event);
    }

    private void takeNew(ConsumerRecord<String, String> event) {
        var value = LedgerReading.json(event.value());
        var subject = value.path(subjectField).asText();
        long revision = value.path("revision").asLong();
        var seen = bySubject.computeIfAbsent(subject, _ -> new TreeMap<>());
        events++;
        if (seen.containsKey(revision)) {
            repeats++;
            if (!seen.get(revision).equals(value)) {
                wrong.add("topic: %s came again with other content".formatted(place(event)));
            }
            return;
        }
        long last = seen.isEmpty() ? 0 : seen.lastKey();
        if (revision < last || gapless && revision != last + 1) {
            wrong.add(
                    "topic: revision %d of %s came after %d at %s"
                            .formatted(revision, subject, last, place(event)));
        }
        seen.put(revision, value);
    }

    private static String place(ConsumerRecord<?, ?> event) {
        return "%s-%d@%d".formatted(event.topic(), event.partition(), event.offset());
    }

    /// @param log what the service has logged, each subject's revisions by number
    /// @param complete whether everything logged has to be here by now
    List<String> differences(Map<String, NavigableMap<Long, JsonNode>> log, boolean complete) {
        var differences = new ArrayList<>(wrong);
        bySubject.forEach(
                (subject, revisions) ->
                        revisions.forEach(
                                (number, value) -> {
                                    var logged = log.getOrDefault(subject, new TreeMap<>());
                                    if (!value.equals(logged.get(number))) {
                                        differences.add(
                                                "topic: %s has %d of %s as %s, logged is %s"
                                                        .formatted(
                                                                name,
                                                                number,
                                                                subject,
                                                                value,
                                                                logged.get(number)));
                                    }
                                }));
        if (complete) {
            log.forEach(
                    (subject, revisions) ->
                            revisions.keySet().stream()
                                    .filter(number -> !has(subject, number))
                                    .forEach(
                                            number ->
                                                    differences.add(
                                                            "topic: lost: revision %d of %s is not in %s"
                                                                    .formatted(
                                                                            number, subject,
                                                                            name))));
        }
        return differences;
    }

    boolean has(String subject, long revision) {
        return bySubject.getOrDefault(subject, new TreeMap<>()).containsKey(revision);
    }

    Map<String, NavigableMap<Long, JsonNode>> bySubject() {
        return bySubject;
    }

    long events() {
        return events;
    }

    long repeats() {
        return repeats;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
