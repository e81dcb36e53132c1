package cme.catalog;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;

import cme.test.stack.TestTokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/// The service as its clients see it.
public final class Api {

    public static final String ACTIVITIES = "/v1/activities/";

    private Api() {}

    public static RequestSpecification board() {
        return as(TestTokens.board());
    }

    public static RequestSpecification society(String provider) {
        return as(TestTokens.society(provider));
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    /// A code that no other test uses.
    public static String newCode() {
        return "T-"
                + UUID.randomUUID().toString().substring(0, 13).toUpperCase(java.util.Locale.ROOT);
    }

    /// A code that a society may propose.
    public static String newCode(String provider) {
        return provider + "-" + newCode();
    }

    /// Adds a provider of a test's own.
    public static String newProvider() {
        String provider = "P" + newCode().substring(2, 10);
        board().body("{\"name\": \"The society %s\"}".formatted(provider))
                .put("/v1/providers/" + provider)
                .then()
                .statusCode(201);
        return provider;
    }

    /// As the board reads it, which sees proposals too.
    public static ValidatableResponse read(String code) {
        return board().get(ACTIVITIES + code).then().statusCode(200);
    }

    /// Takes something of an activity back, with the current version and a reason.
    public static ValidatableResponse takeBack(String code, String what) {
        return board().header("If-Match", etag(code))
                .queryParam("reason", "by mistake")
                .delete(ACTIVITIES + code + what)
                .then();
    }

    public static String etag(String code) {
        return read(code).extract().header("ETag");
    }

    /// A course of the provider, 10 credits, 2 of them patient safety.
    public static String course(String provider) {
        return """
               {"title": "A course", "provider": "%s", "type": "COURSE", "credits": 10,
                "patientSafetyCredits": 2}"""
                .formatted(provider);
    }

    /// A new activity of ASPS, as the board proposes it.
    public static String proposed() {
        var code = newCode();
        board().body(course("ASPS")).put(ACTIVITIES + code).then().statusCode(201);
        return code;
    }

    /// @return its id
    public static String approved(String code, String body) {
        return board().body(body)
                .post(ACTIVITIES + code + "/approvals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static final String SAFETY_2026 =
            """
            {"purpose": "PATIENT_SAFETY", "procedures": [], "from": "2026-01-01", "until": "2026-12-31"}""";

    public static ValidatableResponse problem(ValidatableResponse answer, int status, String slug) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", endsWith("/" + slug));
    }
}
