package cme.benchmarks.bare;

import cme.benchmarks.stack.Topic;
import cme.stack.postgres.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/// Sends events of completions and waits until a bare consumer has committed them. Makes a topic of
/// its own.
public final class BarePipe implements AutoCloseable {
    private static final int TICK_MILLIS = 5;

    private static final String EVENT =
            """
            {"id":"%s","revision":1,"status":"RECORDED","diplomateId":"B0000001","activity":null,"title":"Probe",
             "completedOn":"2025-06-12","credits":1.5,"patientSafetyCredits":null,"category":null,"provider":"ASPS",
             "poster":"PROVIDER","externalId":"x","roster":null,"recordedAt":"2025-06-12T00:00:00Z",
             "recordedBy":"ASPS","reason":null}\
            """;

    private final Topic topic;
    private final KafkaProducer<String, String> producer;
    private final BareConsumer consumer;
    private final Map<String, CompletableFuture<Long>> awaited = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> consuming;

    public BarePipe(Topic topic, Database database) {
        this.topic = topic;
        topic.create();
        var settings = new HashMap<String, Object>(topic.login().settings());
        settings.put("acks", "all");
        settings.put("linger.ms", 0);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        consumer = new BareConsumer(topic, database, topic.ends());
        consuming =
                CompletableFuture.runAsync(
                        () ->
                                consumer.run(
                                        batch -> {
                                            long now = System.nanoTime();
                                            for (var event : batch) {
                                                var waiting =
                                                        awaited.remove(new String(event.key()));
                                                if (waiting != null) {
                                                    waiting.complete(now);
                                                }
                                            }
                                        }));
    }

    /// Times some events, one after the other, while others come at a rate.
    ///
    /// @return milliseconds from the call that sends to the end of the transaction
    public List<Double> times(int count, double othersPerSecond) {
        try (var others = Executors.newSingleThreadScheduledExecutor()) {
            int perTick = Math.max(1, (int) Math.round(othersPerSecond * TICK_MILLIS / 1_000));
            others.scheduleAtFixedRate(
                    () -> {
                        for (int i = 0; i < perTick; i++) {
                            send(UUID.randomUUID().toString());
                        }
                    },
                    0,
                    TICK_MILLIS,
                    TimeUnit.MILLISECONDS);
            List<Double> times = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String id = UUID.randomUUID().toString();
                var committed = new CompletableFuture<Long>();
                awaited.put(id, committed);
                long from = System.nanoTime();
                send(id);
                times.add((committed.orTimeout(30, TimeUnit.SECONDS).join() - from) / 1e6);
            }
            others.shutdownNow();
            return times;
        }
    }

    private void send(String id) {
        producer.send(new ProducerRecord<>(topic.name(), id, EVENT.formatted(id)));
    }

    @Override
    public void close() {
        consumer.wakeUp();
        consuming.join();
        consumer.close();
        producer.close();
    }
}
