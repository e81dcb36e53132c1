package cme.credit;

import static cme.test.waiting.Waiting.await;

import cme.chassis.kafka.EventKeys;
import cme.test.stack.TestKafka;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Takes the place of the catalog: publishes activities as it does, and waits until this service
/// knows them.
@Singleton
public class CatalogEvents {
    private static final String TOPIC = "catalog.activities.v1";
    private static final String PROVIDERS = "catalog.providers.v1";

    private static final Map<String, String> SAMPLES =
            Map.of(
                    "ASPS-ANNUAL-2026", activity("ASPS-ANNUAL-2026", "ASPS", "60", "12", 1),
                    "ASPS-VTE-PREVENTION", activity("ASPS-VTE-PREVENTION", "ASPS", "1.5", "1.5", 1),
                    "IHI-OPEN-SCHOOL-PS", activity("IHI-OPEN-SCHOOL-PS", "IHI", "10", "10", 1));

    private final EventKeys keys;
    private final Jdbi jdbi;
    private @Nullable KafkaProducer<String, String> producer;

    CatalogEvents(EventKeys keys, Jdbi jdbi) {
        this.keys = keys;
        this.jdbi = jdbi;
    }

    /// The activity that the samples need, and some others.
    public void publishSamples() {
        publishUnlessKnown(SAMPLES);
    }

    /// Tells of a provider, and does not wait.
    public void publishProvider(String code) {
        send(
                PROVIDERS,
                "cme.catalog.provider.changed",
                Map.of(
                        code,
                        """
                        {"code":"%s","name":"The society %s","website":null,"codePrefixes":[],"revision":1,
                         "updatedAt":"2026-01-01T00:00:00Z"}
                        """
                                .formatted(code, code)));
    }

    /// Publishes activities at their first revision. Most tests need some, which an earlier one has
    /// published.
    public void publishUnlessKnown(Map<String, String> activities) {
        if (known(activities) < activities.size()) {
            publish(activities);
        }
    }

    public void publish(Map<String, String> activities) {
        send("cme.catalog.activity.changed", activities);
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> known(activities) == activities.size());
    }

    /// Sends events of a type about activities, signed by the catalog.
    ///
    /// @param activities JSON by code
    public void send(String type, Map<String, String> activities) {
        send(TOPIC, type, activities);
    }

    private void send(String topic, String type, Map<String, String> events) {
        KafkaProducer<String, String> to = producer();
        events.forEach((code, json) -> to.send(event(topic, type, code, json)));
        to.flush();
    }

    private synchronized KafkaProducer<String, String> producer() {
        if (producer == null) {
            TestKafka.ensureTopic(TOPIC, 1);
            TestKafka.ensureTopic(PROVIDERS, 1);
            producer =
                    new KafkaProducer<>(
                            TestKafka.settings(), new StringSerializer(), new StringSerializer());
        }
        return producer;
    }

    void close(@Observes ShutdownEvent shutdown) {
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }

    private int known(Map<String, String> activities) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("select count(*) from activity where code = any(:codes)")
                                .bind("codes", activities.keySet().toArray(String[]::new))
                                .mapTo(Integer.class)
                                .one());
    }

    private ProducerRecord<String, String> event(
            String topic, String type, String code, String json) {
        var attributes =
                Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        "/catalog-service");
        var record = new ProducerRecord<>(topic, code, json);
        keys.sign(topic, code, attributes, json.getBytes(StandardCharsets.UTF_8))
                .forEach(
                        (name, value) ->
                                record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    public static String activity(
            String code, String provider, String credits, String safety, int revision) {
        return """
        {"code":"%s","title":"Activity %s","provider":"%s","type":"MEETING","url":null,"credits":%s,
         "patientSafetyCredits":%s,"creditsConfirmed":true,"oncePer":"DATE","cap":null,"offeredFrom":null,
         "offeredUntil":null,"status":"APPROVED","approvals":[],"revision":%d,
         "recordedAt":"2026-01-01T00:00:00Z","recordedBy":"board"}
        """
                .formatted(code, code, provider, credits, safety, revision);
    }
}
