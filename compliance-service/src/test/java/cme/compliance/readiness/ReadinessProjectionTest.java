package cme.compliance.readiness;

import static cme.test.waiting.Waiting.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cme.chassis.eventlog.Backlog;
import cme.chassis.projector.DeadLetter;
import cme.chassis.projector.DeadLetters;
import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ReadinessProjectionTest {

    @Inject CleanDatabase cleanDatabase;
    @Inject DeadLetters deadLetters;
    @Inject Backlog backlog;

    @BeforeEach
    void wipe() {
        cleanDatabase.wipe();
    }

    @Test
    void aForgedEventOnTheServicesOwnTopicIsToldAndItsOwnAreNot() throws Exception {
        Api.putCycle("31", "abps-cc-10y", 2021, "2020-11-14").then().statusCode(201);
        await().until(() -> backlog.events() == 0);
        var forged =
                new ProducerRecord<>(ReadinessTopic.TOPIC, "32", "{\"standing\": \"ON_TRACK\"}");
        forged.headers().add("ce_type", ReadinessTopic.CHANGED.getBytes(UTF_8));
        var text = new StringSerializer();
        try (var producer = new KafkaProducer<>(TestKafka.settings(), text, text)) {
            producer.send(forged).get(30, TimeUnit.SECONDS);
        }
        await().until(() -> deadLetters.notAuthentic() > 0);
        assertThat(deadLetters.list(0, 10))
                .extracting(DeadLetter::topic, DeadLetter::key, DeadLetter::reason)
                .containsExactly(tuple(ReadinessTopic.TOPIC, "32", "not-authentic"));
    }
}
