package cme.compliance.readiness;

import static cme.compliance.harness.EventFixtures.completion;
import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.compliance.harness.Events;
import cme.test.contract.ContractFiles;
import cme.test.contract.TopicReader;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestKafka;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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

    @BeforeEach
    void wipe() {
        cleanDatabase.wipe();
    }

    private List<JsonNode> logged(String id) {
        return jdbi.withHandle(
                handle ->
                        handle.select(
                                        "select payload::text from event_log where key = ? and type = ? order by seq",
                                        id,
                                        ReadinessTopic.CHANGED)
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
        assertThat(ContractFiles.violations(record)).isEmpty();
        assertThat(header(record, "ce_type")).isEqualTo("cme.compliance.readiness.changed");
        assertThat(header(record, "ce_subject")).isEqualTo("2");
        assertThat(header(record, "ce_dataschema"))
                .isEqualTo("https://contracts.cme.example/compliance/v1/readiness.schema.json");
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private ConsumerRecord<String, String> published(String key) {
        try (var topic = new TopicReader(TestKafka.settings(), "compliance.readiness.v1")) {
            return await().until(() -> topic.of(key), events -> !events.isEmpty()).getFirst();
        }
    }
}
