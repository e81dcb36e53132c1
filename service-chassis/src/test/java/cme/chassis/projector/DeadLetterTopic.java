package cme.chassis.projector;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads the topic with the dead letters.
final class DeadLetterTopic implements AutoCloseable {

    private final KafkaConsumer<String, String> consumer;
    private final Map<String, String> reasons = new HashMap<>();

    DeadLetterTopic(Map<String, Object> connection, String topic) {
        var settings = new HashMap<>(connection);
        settings.put("group.id", UUID.randomUUID().toString());
        settings.put("auto.offset.reset", "earliest");
        consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(List.of(topic + ".dead-letter"));
    }

    String reason(String key) {
        for (var record : consumer.poll(Duration.ofMillis(100))) {
            var reason = record.headers().lastHeader("reason").value();
            reasons.put(record.key(), new String(reason, StandardCharsets.UTF_8));
        }
        return reasons.getOrDefault(key, "");
    }

    @Override
    public void close() {
        consumer.close();
    }
}
