package cme.compliance.readiness;

import static cme.compliance.harness.EventFixtures.completion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cme.chassis.kafka.KafkaConnection;
import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.compliance.harness.Events;
import cme.test.contract.ContractFiles;
import cme.test.stack.LocalStackResource;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ReadinessEventTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject CleanDatabase cleanDatabase;
    @Inject Events events;
    @Inject Jdbi jdbi;
    @Inject KafkaConnection kafka;

    @BeforeEach
    void wipe() {
        cleanDatabase.wipe();
    }

    private List<JsonNode> logged(String id) {
        return jdbi.withHandle(
                handle ->
                        handle.select(
                                        "select payload::text from event_log where key = ? order by seq",
                                        id)
                                .mapTo(String.class)
                                .map(ReadinessEventTest::parsed)
                                .list());
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aChangeOfAStandingOrAStateIsToldAndNothingElse() {
        Api.putCycle("1", "five-year", 2024, "2023-11-14").then().statusCode(201);
        events.completions(completion("a", "1", "2026-02-01", "2"));
        events.completions(completion("b", "1", "2026-02-02", "8"));
        events.completions(completion("b", "1", "2026-02-02", "8"));

        var told = logged("1");
        assertThat(told).hasSize(2);
        assertThat(told.get(0).get("previousStanding").isNull()).isTrue();
        assertThat(told.get(0).get("standing").asText()).isEqualTo("DUE_SOON");
        assertThat(told.get(1).get("previousStanding").asText()).isEqualTo("DUE_SOON");
        assertThat(told.get(1).get("standing").asText()).isEqualTo("ON_TRACK");
        assertThat(told.get(1).get("revision").asLong())
                .isGreaterThan(told.get(0).get("revision").asLong());
        var finding = told.get(1).get("findings").get(0);
        assertThat(finding.get("requirement").asText()).isEqualTo("patient-safety");
        assertThat(finding.get("previousState").asText()).isEqualTo("DUE_SOON");
        assertThat(finding.get("state").asText()).isEqualTo("MET");
    }

    @Test
    void whatIsToldKeepsToTheContract() {
        Api.putCycle("2", "abps-cc-10y", 2021, "2020-11-14").then().statusCode(201);
        var record = published("2");
        assertThat(ContractFiles.violations("compliance.readiness.schema.json", record.value()))
                .isEmpty();
        assertThat(record.type()).isEqualTo("cme.compliance.readiness.changed");
    }

    private record Published(String key, String type, String value) {}

    private Published published(String key) {
        var settings = new HashMap<>(kafka.settings());
        settings.put("group.id", "reader");
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", false);
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("compliance.readiness.v1"));
            var found = new ArrayList<Published>();
            await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                for (var r : consumer.poll(Duration.ofMillis(100))) {
                                    var type = r.headers().lastHeader("ce_type").value();
                                    found.add(
                                            new Published(
                                                    r.key(),
                                                    new String(type, StandardCharsets.UTF_8),
                                                    r.value()));
                                }
                                return found.stream().anyMatch(p -> p.key().equals(key));
                            });
            return found.stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
        }
    }
}
