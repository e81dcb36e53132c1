package cme.catalog;

import cme.test.stack.TestKafka;
import cme.test.waiting.Waiting;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads `catalog.activities.v1` from its beginning, as a consumer that has never seen the catalog.
public final class Topic implements AutoCloseable {

    /// An event as it arrived.
    public record Event(
            String type, String id, JsonNode value, ConsumerRecord<String, String> record) {

        public int revision() {
            return value.get("revision").intValue();
        }
    }

    private final KafkaConsumer<String, String> consumer;
    private final ObjectMapper mapper;
    private final List<ConsumerRecord<String, String>> seen = new ArrayList<>();

    public Topic(ObjectMapper mapper) {
        var settings = new HashMap<>(TestKafka.settings());
        settings.put("group.id", UUID.randomUUID().toString());
        settings.put("auto.offset.reset", "earliest");
        settings.put("metadata.max.age.ms", 500);
        this.mapper = mapper;
        consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(List.of("catalog.activities.v1"));
    }

    /// The events of an activity, once there are so many of them.
    public List<Event> await(String code, int count) {
        return Waiting.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> of(code), events -> events.size() >= count);
    }

    /// Everything that has arrived, after another look.
    public List<Event> all() {
        consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
        return seen.stream().map(this::event).toList();
    }

    private List<Event> of(String code) {
        consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
        return seen.stream().filter(r -> r.key().equals(code)).map(this::event).toList();
    }

    private Event event(ConsumerRecord<String, String> record) {
        try {
            return new Event(
                    header(record, "ce_type"),
                    header(record, "ce_id"),
                    mapper.readTree(record.value()),
                    record);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
