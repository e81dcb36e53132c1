package cme.chassis.access;

import static cme.test.waiting.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cme.test.access.AccessRecord;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestTokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class AccessRecorderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String id = UUID.randomUUID().toString();

    private RequestSpecification as(String token) {
        return given().header("X-Request-Id", id).header("Authorization", "Bearer " + token);
    }

    private JsonNode entry(AccessRecord record) throws Exception {
        await().until(() -> record.of(id).isPresent());
        return JSON.readTree(record.of(id).orElseThrow());
    }

    @Test
    void anEntryNamesWhoAskedForWhat() throws Exception {
        try (AccessRecord record = AccessRecord.open()) {
            as(TestTokens.society("ASPS")).get("/v1/parcels/owned/provider").then().statusCode(200);
            JsonNode entry = entry(record);
            assertThat(entry.path("log").asText()).isEqualTo("access");
            assertThat(entry.path("operation").asText()).isEqualTo("GET /v1/parcels/owned/{claim}");
            assertThat(entry.path("roles").path(0).asText()).isEqualTo("society");
            assertThat(entry.path("claims").path("provider").asText()).isEqualTo("ASPS");
            assertThat(entry.path("subject").asText()).isNotEmpty();
            assertThat(entry.path("status").asInt()).isEqualTo(200);
            assertThat(entry.path("at").asText()).endsWith("Z");
        }
    }

    @Test
    void aRefusalIsRecordedWithItsReason() throws Exception {
        try (AccessRecord record = AccessRecord.open()) {
            as(TestTokens.diplomate("012345"))
                    .get("/v1/parcels/owned/provider")
                    .then()
                    .statusCode(403);
            JsonNode entry = entry(record);
            assertThat(entry.path("status").asInt()).isEqualTo(403);
            assertThat(entry.path("problem").asText()).isEqualTo("forbidden");
        }
    }

    @Test
    void aRequestWithoutAValidTokenIsRecordedWithoutASubject() throws Exception {
        try (AccessRecord record = AccessRecord.open()) {
            as("stolen-Secret").get("/v1/parcels/owned/provider").then().statusCode(401);
            JsonNode entry = entry(record);
            assertThat(entry.path("status").asInt()).isEqualTo(401);
            assertThat(entry.has("subject")).isFalse();
            assertThat(entry.toString()).doesNotContain("Secret");
        }
    }

    /// The name of a variable is recorded, and a value only where it looks like a number of a
    /// person.
    @Test
    void aPathIsRecordedByTheNamesOfItsVariables() throws Exception {
        try (AccessRecord record = AccessRecord.open()) {
            as(TestTokens.board()).get("/v1/parcels/owned/Osler?diplomate=Osler");
            assertThat(entry(record).toString()).doesNotContain("Osler");
        }
    }

    @Test
    void anOpenOperationIsNotRecorded() throws Exception {
        try (AccessRecord record = AccessRecord.open()) {
            given().header("X-Request-Id", id).get("/v1/parcels").then().statusCode(200);
            String later = UUID.randomUUID().toString();
            given().header("X-Request-Id", later).get("/v1/parcels/owned/provider");
            await().until(() -> record.of(later).isPresent());
            assertThat(record.of(id)).isEmpty();
        }
    }
}
