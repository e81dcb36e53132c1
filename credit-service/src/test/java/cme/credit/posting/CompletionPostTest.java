package cme.credit.posting;

import static cme.credit.Callers.board;
import static cme.credit.Callers.diplomate;
import static cme.credit.Callers.society;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cme.credit.Callers;
import cme.credit.CatalogEvents;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class CompletionPostTest {
    @Inject CatalogEvents catalog;

    private final String externalId = UUID.randomUUID().toString();

    @BeforeEach
    void theSamplesAreKnown() {
        catalog.publishSamples();
        Callers.putSampleIdentities();
    }

    @Test
    void aNewCompletionIsRecorded() {
        var answer = post(society("ASPS"), body("012345", "Lopez", "1.5"));
        answer.statusCode(201)
                .header("Location", endsWith(answer.extract().path("id").toString()))
                .header("ETag", equalTo("\"1\""))
                .body("outcome", equalTo("RECORDED"))
                .body("notices", notNullValue())
                .body("revision", equalTo(1))
                .body("status", equalTo("RECORDED"))
                .body("diplomateId", equalTo("012345"))
                .body("credits", equalTo(1.5f))
                .body("patientSafetyCredits", nullValue())
                .body("provider", equalTo("ASPS"))
                .body("poster", equalTo("PROVIDER"))
                .body("recordedAt", endsWith("Z"))
                .body("recordedBy", notNullValue());
    }

    @Test
    void theSameAgainAnswersTheFirstOne() {
        String id = post(society("ASPS"), body("012345", "Lopez", "1.5")).extract().path("id");
        post(society("ASPS"), body("012345", "Lopez", "1.50"))
                .statusCode(200)
                .body("outcome", equalTo("DUPLICATE"))
                .body("id", equalTo(id))
                .body("revision", equalTo(1));
    }

    @Test
    void otherContentUnderTheSameNameIsAConflict() {
        String id =
                post(society("ASPS"), body("012345", "Lopez", "1.5"))
                        .statusCode(201)
                        .extract()
                        .path("id");
        post(society("ASPS"), body("012345", "Lopez", "1.25"))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", endsWith("/external-id-taken"))
                .body("status", equalTo(409))
                .body("detail", containsString(id))
                .body("completion", equalTo(id))
                .body("$", not(hasKey("heldRow")));
    }

    @Test
    void whatWasWithdrawnStaysWithdrawnAndSaysSo() {
        String id =
                post(society("ASPS"), body("012345", "Lopez", "1.5"))
                        .statusCode(201)
                        .extract()
                        .path("id");
        society("ASPS")
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{\"reason\":\"Posted by mistake\"}")
                .post("/v1/completions/" + id + "/withdrawal")
                .then()
                .statusCode(200);
        post(society("ASPS"), body("012345", "Lopez", "1.5"))
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("outcome", equalTo("WITHDRAWN"))
                .body("id", equalTo(id))
                .body("status", equalTo("WITHDRAWN"))
                .body("reason", equalTo("Posted by mistake"))
                .body("notices.code", contains("stays-withdrawn"));
    }

    @Test
    void anotherPostersNameIsAnotherThing() {
        post(society("ASPS"), body("012345", "Lopez", "1.5")).statusCode(201);
        post(board(), body("012345", "Lopez", "1.25"))
                .statusCode(201)
                .body("poster", equalTo("BOARD"))
                .body("provider", equalTo("ASPS"));
    }

    @Test
    void whatNamesNobodyIsHeldAndHeldOnce() {
        String heldRow =
                post(society("ASPS"), body("099999", "Nobody", "1"))
                        .statusCode(202)
                        .header("Location", containsString("/v1/held-rows/"))
                        .body("outcome", equalTo("HELD"))
                        .body("reason", equalTo("NO_MATCH"))
                        .body("notices", empty())
                        .body("$", not(hasKey("id")))
                        .extract()
                        .path("heldRow");
        post(society("ASPS"), body("099999", "Nobody", "1"))
                .statusCode(202)
                .header("Location", endsWith("/v1/held-rows/" + heldRow))
                .body("heldRow", equalTo(heldRow));
        post(society("ASPS"), body("012345", "Okafor", "1").replace(externalId, externalId + "-2"))
                .statusCode(202)
                .body("outcome", equalTo("HELD"))
                .body("reason", equalTo("IDENTITY_DIFFERS"));
    }

    @Test
    void aHeldRowThatIsMendedIsRecorded() {
        post(society("ASPS"), body("099999", "Lopez", "1")).statusCode(202);
        post(society("ASPS"), body("012345", "Lopez", "1")).statusCode(201);
        post(society("ASPS"), body("012345", "Lopez", "1")).statusCode(200);
        post(society("ASPS"), body("099999", "Lopez", "1")).statusCode(409);
    }

    @Test
    void aHeldRowIsRecordedWhenItsDiplomateIsAdded() {
        String diplomateId = "A" + externalId.substring(0, 8);
        post(society("ASPS"), body(diplomateId, "Ångström", "1")).statusCode(202);
        Callers.putIdentity(diplomateId, "1090123450", "Eva", "Aangstroem", "12-24");
        post(society("ASPS"), body(diplomateId, "Ångström", "1"))
                .statusCode(200)
                .body("diplomateId", equalTo(diplomateId))
                .body("poster", equalTo("PROVIDER"));
    }

    @Test
    void everyMistakeIsNamed() {
        post(society("ASPS"), "{\"credits\":1.3,\"patientSafety\":2}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.code", hasItem("credits.increment"))
                .body("errors.pointer", hasItem("/patientSafety"))
                .body("errors.size()", equalTo(7));
    }

    @Test
    void anUnknownActivityIsNamed() {
        post(society("ASPS"), body("012345", "Lopez", "1").replace("ASPS-VTE-PREVENTION", "NONE"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/activity"))
                .body("errors[0].code", equalTo("activity.unknown"));
    }

    @Test
    void anotherProvidersActivityIsForbidden() {
        post(society("IHI"), body("012345", "Lopez", "1"))
                .statusCode(403)
                .contentType("application/problem+json")
                .body("errors[0].code", equalTo("activity.not-yours"));
    }

    @Test
    void aCompletionIsReadByItsPosterTheBoardAndItsDiplomateOnly() {
        String path =
                "/v1/completions/"
                        + post(society("ASPS"), body("012345", "Lopez", "1")).extract().path("id");
        assertThat(society("ASPS").get(path).statusCode()).isEqualTo(200);
        assertThat(board().get(path).statusCode()).isEqualTo(200);
        assertThat(diplomate("012345").get(path).statusCode()).isEqualTo(200);
        assertThat(society("IHI").get(path).statusCode()).isEqualTo(403);
        assertThat(diplomate("012346").get(path).statusCode()).isEqualTo(403);
        assertThat(given().get(path).statusCode()).isEqualTo(401);
        assertThat(board().header("If-None-Match", "\"1\"").get(path).statusCode()).isEqualTo(304);
        assertThat(board().get("/v1/completions/none").statusCode()).isEqualTo(404);
        assertThat(board().get("/v1/completions/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void brokenBodiesAreRefusedWithAProblem() {
        post(society("ASPS"), "{\"credits\":").statusCode(400).body("detail", notNullValue());
        post(society("ASPS"), "[]").statusCode(400);
        post(society("ASPS"), "").statusCode(400);
        post(society("ASPS"), "{\"title\":\"" + "x".repeat(300_000) + "\"}").statusCode(413);
        society("ASPS")
                .contentType("text/plain")
                .body("x")
                .post("/v1/completions")
                .then()
                .statusCode(415);
    }

    private static ValidatableResponse post(RequestSpecification caller, String body) {
        return caller.contentType("application/json").body(body).post("/v1/completions").then();
    }

    private String body(String diplomateId, String familyName, String credits) {
        return """
        {"externalId":"%s","diplomateId":"%s","familyName":"%s","activity":"ASPS-VTE-PREVENTION",
         "completedOn":"2026-10-04","credits":%s}
        """
                .formatted(externalId, diplomateId, familyName, credits);
    }
}
