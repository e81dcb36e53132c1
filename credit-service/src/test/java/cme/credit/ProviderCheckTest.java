package cme.credit;

import static cme.credit.Callers.society;
import static cme.test.waiting.Waiting.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.oneOf;

import cme.test.stack.LocalStackResource;
import cme.test.stack.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A society acts for a provider of the catalog, by its exact code, or not at all.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ProviderCheckTest {

    @Inject CatalogEvents catalog;

    private final String provider =
            "N-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    @BeforeEach
    void theDiplomatesOfTheSamplesAreKnown() {
        Callers.putSampleIdentities();
    }

    private static ValidatableResponse post(String provider) {
        return society(provider)
                .contentType("application/json")
                .body(
                        """
                        {"externalId":"known-%s","diplomateId":"012345","familyName":"Lopez",
                         "title":"Rounds of %s","completedOn":"2026-10-04","credits":1}
                        """
                                .formatted(provider, provider))
                .post("/v1/completions")
                .then();
    }

    private static void isUnknown(ValidatableResponse answer) {
        answer.statusCode(403)
                .contentType("application/problem+json")
                .body("type", endsWith("/provider-unknown"));
    }

    @Test
    void aSocietyThatTheCatalogDoesNotKnowPostsNothing() {
        isUnknown(post(provider));
        isUnknown(
                society(provider)
                        .contentType("text/csv")
                        .body("externalId,diplomateId\n1,012345\n")
                        .post("/v1/rosters?externalId=x")
                        .then());
        isUnknown(
                society(provider)
                        .contentType("application/json")
                        .body("{\"diplomateId\":\"012345\",\"familyName\":\"Lopez\"}")
                        .post("/v1/identities/match")
                        .then());
        isUnknown(society(provider).get("/v1/completions").then());
        isUnknown(society(provider).get("/v1/completion-webhooks").then());
    }

    @Test
    void aSocietyMayPostOnceTheCatalogTellsOfItsProvider() {
        isUnknown(post(provider));
        catalog.publishProvider(provider);
        await().untilAsserted(() -> post(provider).statusCode(oneOf(200, 201)));
        society(provider).get("/v1/completions").then().statusCode(200).body("items", hasSize(1));
    }

    @Test
    void theProviderOfAKnownActivityIsKnown() {
        catalog.publish(
                Map.of(
                        provider + "-A",
                        CatalogEvents.activity(provider + "-A", provider, "2", "0", 1)));
        post(provider).statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"asps", "ASPS-", "-ASPS", "AS PS", "ASPS_1", "A"})
    void aCodeInAnotherFormIsNoProvider(String code) {
        post(code).statusCode(403).body("type", endsWith("/forbidden"));
    }

    @Test
    void theBoardNeedsNoProvider() {
        String token =
                TestTokens.changed(
                        TestTokens.society(provider),
                        claims -> claims.putArray("groups").add("society").add("board"));
        RestAssured.given()
                .auth()
                .oauth2(token)
                .get("/v1/completions?limit=1")
                .then()
                .statusCode(200);
    }
}
