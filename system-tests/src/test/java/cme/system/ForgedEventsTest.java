package cme.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cme.stack.kafka.KafkaLogin;
import cme.stack.service.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Somebody with the password of a service on Kafka writes events to its topics: the metric of an
/// alert tells it within a minute, and `./cme verify` names the event.
@ExtendWith(SharedSystem.class)
class ForgedEventsTest {

    private static final String COMPLETIONS = "credit.completions.v1";
    private static final String IDENTITIES = "credit.identities.v1";
    private static final String READINESS = "compliance.readiness.v1";
    private static final List<String> FORGED = List.of(COMPLETIONS, READINESS);

    private static final String ID = "909023";
    private static final String MERGED = "909024";

    private static final Duration TOLD_WITHIN = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(200);

    private RunningSystem system;

    @BeforeEach
    void record(RunningSystem running) {
        system = running;
        system.introduce(ID, "Ada", "Forge");
        system.introduce(MERGED, "Ada", "Forge-Maiden");
        system.society("ASPS")
                .post(
                        "/v1/completions",
                        """
                        {"externalId": "FORGED-1", "diplomateId": "%s", "familyName": "Forge",
                         "title": "Grand rounds", "completedOn": "2026-10-04", "credits": 1.5}
                        """
                                .formatted(ID))
                .expect(201);
        system.board(Service.CREDIT)
                .post(
                        "/v1/identities/" + MERGED + "/merge",
                        "{\"into\": \"%s\", \"reason\": \"Married\"}".formatted(ID))
                .expect(200, 201);
    }

    /// Afterwards the topics are deleted as docs/operations.md says, which ends all of it.
    @Test
    void forgedAndReplayedEventsAreToldUntilTheirTopicsAreMadeAgain() throws Exception {
        var told =
                List.of(
                        forge(
                                Service.CREDIT,
                                altered(
                                        awaitEvent(COMPLETIONS, ID),
                                        "\"credits\": 1.5",
                                        "\"credits\": 900"),
                                "differs from the log"),
                        forge(
                                Service.CREDIT,
                                replayed(awaitEvent(IDENTITIES, MERGED), COMPLETIONS),
                                "is of a type that belongs elsewhere"),
                        forge(
                                Service.CREDIT,
                                replayed(
                                        awaitEvent("catalog.activities.v1", SampleBoard.MEETING),
                                        COMPLETIONS),
                                "is not in the log"),
                        // No service but its owner reads this topic.
                        forge(
                                Service.COMPLIANCE,
                                altered(
                                        awaitEvent(READINESS, ID),
                                        "\"revision\": ",
                                        "\"revision\": 9"),
                                "differs from the log"));
        VerifyRun forged = VerifyRun.of(system.stack());
        assertThat(forged.exitCode()).isEqualTo(1);
        assertThat(told)
                .allSatisfy(
                        parts ->
                                assertThat(forged.findings())
                                        .anySatisfy(line -> assertThat(line).contains(parts)));

        deleteForged();
        await().atMost(PATIENCE).until(() -> notAuthentic() == 0);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            VerifyRun after = VerifyRun.of(system.stack());
                            assertThat(after.exitCode()).as(after.output()).isZero();
                        });
    }

    /// The metric of the alert `EventsNotAuthentic` tells of it within a minute.
    ///
    /// @return the parts of the line in which `./cme verify` is to name it
    private List<String> forge(Service owner, ProducerRecord<String, String> event, String how)
            throws Exception {
        double before = notAuthentic();
        RecordMetadata sent = send(owner, event);
        await().atMost(TOLD_WITHIN).until(() -> notAuthentic() == before + 1);
        return List.of(
                "EVENT_DIFFERS in " + event.topic(),
                "subject " + event.key(),
                "The event at offset %d of partition %d %s."
                        .formatted(sent.offset(), sent.partition(), how));
    }

    private double notAuthentic() throws Exception {
        return new Management(system.stack(), Service.COMPLIANCE)
                .metric("cme_dead_letters_not_authentic");
    }

    private static ProducerRecord<String, String> altered(
            ConsumerRecord<String, String> genuine, String text, String by) {
        assertThat(genuine.value()).contains(text);
        return new ProducerRecord<>(
                genuine.topic(),
                null,
                genuine.key(),
                genuine.value().replace(text, by),
                genuine.headers());
    }

    private static ProducerRecord<String, String> replayed(
            ConsumerRecord<String, String> genuine, String topic) {
        return new ProducerRecord<>(topic, null, genuine.key(), genuine.value(), genuine.headers());
    }

    private RecordMetadata send(Service owner, ProducerRecord<String, String> event)
            throws Exception {
        var text = new StringSerializer();
        try (var producer = new KafkaProducer<>(login(owner.module()), text, text)) {
            return producer.send(event).get(1, TimeUnit.MINUTES);
        }
    }

    private ConsumerRecord<String, String> awaitEvent(String topic, String key) {
        var text = new StringDeserializer();
        try (var consumer = new KafkaConsumer<>(login(KafkaLogin.SUPER_USER), text, text)) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(partition -> new TopicPartition(topic, partition.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return await().atMost(PATIENCE)
                    .until(() -> poll(consumer, key), found -> !found.isEmpty())
                    .getFirst();
        }
    }

    private static List<ConsumerRecord<String, String>> poll(
            KafkaConsumer<String, String> consumer, String key) {
        var found = new ArrayList<ConsumerRecord<String, String>>();
        consumer.poll(POLL).forEach(found::add);
        found.removeIf(event -> !event.key().equals(key));
        return found;
    }

    private void deleteForged() throws Exception {
        try (Admin admin = Admin.create(login(KafkaLogin.SUPER_USER))) {
            admin.deleteTopics(FORGED).all().get(1, TimeUnit.MINUTES);
        }
    }

    private Map<String, Object> login(String user) {
        return Map.copyOf(system.stack().kafka().login(user).settings());
    }
}
