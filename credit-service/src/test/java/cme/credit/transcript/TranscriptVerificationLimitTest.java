package cme.credit.transcript;

import static cme.credit.Callers.board;
import static cme.test.waiting.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.notNullValue;

import cme.credit.People;
import cme.credit.StrictProfile;
import cme.test.access.AccessRecord;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The holder of a code may not try many names.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@TestProfile(StrictProfile.class)
class TranscriptVerificationLimitTest {
    private final String id = UUID.randomUUID().toString();

    private static String code() {
        People person = People.add(People.anyName());
        person.post(UUID.randomUUID().toString());
        return board().get("/v1/transcripts/" + person.id() + "?from=2026-01-01")
                .then()
                .statusCode(200)
                .extract()
                .path("verification.code");
    }

    private ValidatableResponse verify(String code) {
        return given().header("X-Request-Id", id)
                .get("/v1/transcripts/verifications/" + code + "?familyName=Guess")
                .then();
    }

    @Test
    void aCodeIsAskedAboutOnlySoOftenAMinute() {
        String code = code();
        verify(code).statusCode(200);
        verify(code).statusCode(200);
        verify(code)
                .statusCode(429)
                .body("type", endsWith("/quota-exceeded"))
                .header("Retry-After", notNullValue());
        // In another spelling it is the same code.
        verify(code.replace("-", "").toUpperCase(Locale.ROOT)).statusCode(429);
        verify(code()).statusCode(200);
    }

    @Test
    void aVerificationIsInTheAccessRecordWithoutTheName() throws Exception {
        try (AccessRecord record = AccessRecord.open()) {
            verify(code()).statusCode(200);
            await().until(() -> record.of(id).isPresent());
            assertThat(record.of(id).orElseThrow())
                    .contains("GET /v1/transcripts/verifications/{code}")
                    .doesNotContain("Guess");
        }
    }
}
