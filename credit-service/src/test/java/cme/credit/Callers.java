package cme.credit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.oneOf;

import cme.test.stack.TestTokens;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Requests of the callers of this service.
public final class Callers {
    private static final RestAssuredConfig UTF8 =
            RestAssured.config()
                    .encoderConfig(
                            EncoderConfig.encoderConfig()
                                    .defaultContentCharset(StandardCharsets.UTF_8)
                                    .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT));

    private Callers() {}

    public static RequestSpecification board() {
        return as(TestTokens.board());
    }

    public static RequestSpecification society(String provider) {
        return as(TestTokens.society(provider));
    }

    public static RequestSpecification diplomate(String diplomateId) {
        return as(TestTokens.diplomate(diplomateId));
    }

    private static RequestSpecification as(String token) {
        return given().config(UTF8).header("Authorization", "Bearer " + token);
    }

    /// Puts the four diplomates of the samples as they should be, whatever a test made of them.
    public static void putSampleIdentities() {
        board().contentType("text/csv")
                .body(sample("identities.csv"))
                .post("/v1/identities/imports")
                .then()
                .statusCode(200);
    }

    /// Puts a diplomate, who may look like somebody of another test.
    public static void putIdentity(
            String diplomateId, String npi, String givenName, String familyName, String day) {
        board().contentType("application/json")
                .body(
                        """
                        {"npi":"%s","givenName":"%s","familyName":"%s","birthMonthDay":"%s"}
                        """
                                .formatted(npi, givenName, familyName, day))
                .put("/v1/identities/" + diplomateId + "?insist=true&reason=test")
                .then()
                .statusCode(oneOf(200, 201));
    }

    public static String sample(String name) {
        try (InputStream file = Callers.class.getResourceAsStream("/samples/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
