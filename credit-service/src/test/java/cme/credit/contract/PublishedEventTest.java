package cme.credit.contract;

import static cme.credit.Callers.society;
import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import cme.credit.Callers;
import cme.credit.CatalogEvents;
import cme.test.contract.ContractFiles;
import cme.test.contract.TopicReader;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class PublishedEventTest {
    @Inject CatalogEvents catalog;

    @Test
    void aRecordedCompletionIsPublishedAsTheContractSays() {
        catalog.publishSamples();
        Callers.putSampleIdentities();
        String externalId = UUID.randomUUID().toString();
        String id =
                society("ASPS")
                        .contentType("application/json")
                        .body(
                                """
                                {"externalId":"%s","diplomateId":"012345","familyName":"Lopez","title":"Grand rounds",
                                 "completedOn":"2026-10-04","credits":1.5}
                                """
                                        .formatted(externalId))
                        .post("/v1/completions")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        try (TopicReader topic = new TopicReader(TestKafka.settings(), "credit.completions.v1")) {
            var event = await().until(() -> find(topic, id), Optional::isPresent).orElseThrow();
            assertThat(event.key()).isEqualTo("012345");
            assertThat(header(event, "ce_type")).isEqualTo("cme.credit.completion.recorded");
            assertThat(header(event, "ce_subject")).isEqualTo("012345");
            assertThat(header(event, "ce_dataschema"))
                    .isEqualTo("https://contracts.cme.example/credit/v1/completion.schema.json");
            assertThat(ContractFiles.violations(event)).isEmpty();
            JsonPath value = JsonPath.from(event.value());
            assertThat(value.getString("externalId")).isEqualTo(externalId);
            assertThat(value.getString("title")).isEqualTo("Grand rounds");
            assertThat(value.getString("provider")).isEqualTo("ASPS");
            assertThat(event.value().replace(" ", ""))
                    .contains("\"credits\":1.50", "\"patientSafetyCredits\":null");
        }
    }

    private static Optional<ConsumerRecord<String, String>> find(TopicReader topic, String id) {
        return topic.of("012345").stream().filter(event -> event.value().contains(id)).findFirst();
    }

    private static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
