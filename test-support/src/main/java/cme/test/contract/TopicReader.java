package cme.test.contract;

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

/// Reads a topic from its beginning, as a consumer outside the system would.
public final class TopicReader implements AutoCloseable {
    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> read = new ArrayList<>();

    public TopicReader(Map<String, Object> connection, String topic) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("group.id", UUID.randomUUID().toString());
        settings.put("auto.offset.reset", "earliest");
        settings.put("metadata.max.age.ms", 500);
        consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(List.of(topic));
    }

    /// Polls until nothing new comes and returns every record of this key read so far.
    public List<ConsumerRecord<String, String>> of(String key) {
        return all().stream().filter(one -> one.key().equals(key)).toList();
    }

    /// Polls until nothing new comes and returns every record read so far.
    public List<ConsumerRecord<String, String>> all() {
        ConsumerRecords<String, String> polled;
        do {
            polled = consumer.poll(Duration.ofMillis(100));
            polled.forEach(read::add);
        } while (!polled.isEmpty());
        return List.copyOf(read);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
