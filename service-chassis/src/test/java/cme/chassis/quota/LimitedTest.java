package cme.chassis.quota;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cme.chassis.chain.ChainProfile;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@TestProfile(ChainProfile.class)
class LimitedTest {

    private static ValidatableResponse ask(String token) {
        return given().auth().oauth2(token).get("/v1/parcels/limited").then();
    }

    @Test
    void whoAsksTooOftenIsRefusedAndToldWhenToComeBack() {
        String token = TestTokens.society("ASPS");
        ask(token)
                .statusCode(200)
                .header("RateLimit-Policy", equalTo("\"limited\";q=2;w=60"))
                .header("RateLimit", startsWith("\"limited\";r=1;t="));
        ask(token).statusCode(200).header("RateLimit", startsWith("\"limited\";r=0;t="));
        ask(token)
                .statusCode(429)
                .body("type", endsWith("/quota-exceeded"))
                .header("Retry-After", matchesPattern("[1-9][0-9]?"))
                .header("RateLimit", startsWith("\"limited\";r=0;t="));
        ask(TestTokens.board()).statusCode(200);
    }

    @Test
    void whoMayNotAskIsRefusedBeforeAnythingIsCounted() {
        given().get("/v1/parcels/limited").then().statusCode(401).header("RateLimit", nullValue());
    }
}
