package cme.chassis.eventlog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads a topic from its beginning.
final class TopicReader implements AutoCloseable {

    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> seen = new ArrayList<>();

    TopicReader(Map<String, Object> connection, String topic) {
        var settings = new HashMap<>(connection);
        settings.put("group.id", UUID.randomUUID().toString());
        settings.put("auto.offset.reset", "earliest");
        settings.put("metadata.max.age.ms", 500);
        consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(List.of(topic));
    }

    /// All records of the key, after polling for new ones.
    List<ConsumerRecord<String, String>> of(String key) {
        ConsumerRecords<String, String> come;
        do {
            come = consumer.poll(Duration.ofMillis(100));
            come.forEach(seen::add);
        } while (!come.isEmpty());
        return seen.stream().filter(record -> record.key().equals(key)).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
