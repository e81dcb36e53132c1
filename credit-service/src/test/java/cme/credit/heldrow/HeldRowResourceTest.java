package cme.credit.heldrow;

import static cme.credit.Callers.board;
import static cme.credit.Callers.diplomate;
import static cme.credit.Callers.society;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cme.credit.Callers;
import cme.credit.CatalogEvents;
import cme.credit.Ledger;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class HeldRowResourceTest {
    @Inject CatalogEvents catalog;

    private final String externalId = UUID.randomUUID().toString();
    private String heldRow = "";

    @BeforeEach
    void aRowIsHeld() {
        catalog.publishSamples();
        Callers.putSampleIdentities();
        heldRow = hold(externalId);
    }

    @Test
    void waitingRowsAreListedAsTheyWerePosted() {
        hold(externalId + "-2");
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            JsonPath page =
                    board().get("/v1/held-rows?reason=NO_MATCH&limit=1" + next)
                            .then()
                            .statusCode(200)
                            .body("items.reason", everyItem(equalTo("NO_MATCH")))
                            .extract()
                            .jsonPath();
            ids.addAll(page.getList("items.id"));
            String cursor = page.getString("nextCursor");
            next = cursor == null ? "" : "&cursor=" + cursor;
        } while (!next.isEmpty());
        assertThat(ids).contains(heldRow).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void theBoardSaysWhoIsMeant() {
        String decision = "{\"diplomateId\":\"012345\",\"reason\":\"Married name\"}";
        String completion =
                resolve(board(), decision)
                        .statusCode(200)
                        .body("outcome", equalTo("RECORDED"))
                        .extract()
                        .path("completion");
        board().get("/v1/completions/" + completion)
                .then()
                .body("diplomateId", equalTo("012345"))
                .body("poster", equalTo("PROVIDER"))
                .body("externalId", equalTo(externalId))
                .body("reason", equalTo("Married name"));
        resolve(board(), decision).statusCode(200).body("completion", equalTo(completion));
        resolve(board(), "{\"diplomateId\":\"012346\"}")
                .statusCode(409)
                .body("type", endsWith("/held-row-closed"));
        post(externalId).statusCode(200).body("id", equalTo(completion));
    }

    @Test
    void theBoardDiscardsARowAndSaysWhy() {
        String decision = "{\"discard\":true,\"reason\":\"No diplomate of ours\"}";
        resolve(board(), decision)
                .statusCode(200)
                .body("outcome", equalTo("DISCARDED"))
                .body("completion", nullValue());
        resolve(board(), decision).statusCode(200);
        resolve(board(), "{\"diplomateId\":\"012345\"}").statusCode(409);
        post(externalId)
                .statusCode(400)
                .body("errors[0].code", equalTo("held-row.discarded"))
                .body("errors[0].detail", endsWith("No diplomate of ours"));
    }

    @Test
    void aDecisionIsOneOfTheTwo() {
        resolve(board(), "{}").statusCode(400);
        resolve(board(), "{\"discard\":true}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
        resolve(board(), "{\"discard\":true,\"reason\":\"x\",\"diplomateId\":\"012345\"}")
                .statusCode(400);
        resolve(board(), "{\"diplomateId\":\"none\"}")
                .statusCode(400)
                .body("errors[0].code", equalTo("diplomate.unknown"));
        heldRow = UUID.randomUUID().toString();
        resolve(board(), "{\"diplomateId\":\"012345\"}").statusCode(404);
    }

    @Test
    void thePosterReadsWhatItPostedAndWhatBecameOfIt() {
        String path = "/v1/held-rows/" + heldRow;
        society("ASPS")
                .get(path)
                .then()
                .statusCode(200)
                .body("id", equalTo(heldRow))
                .body("state", equalTo("WAITING"))
                .body("reason", equalTo("NO_MATCH"))
                .body("content.externalId", equalTo(externalId))
                .body("content.familyName", equalTo("Lopez"))
                .body("$", not(hasKey("candidates")));
        String completion =
                resolve(board(), "{\"diplomateId\":\"012345\"}").extract().path("completion");
        society("ASPS")
                .get(path)
                .then()
                .body("state", equalTo("RECORDED"))
                .body("completion", equalTo(completion))
                .body("closedAt", endsWith("Z"));
    }

    @Test
    void thePosterReadsWhyARowWasDiscarded() {
        resolve(board(), "{\"discard\":true,\"reason\":\"No diplomate of ours\"}");
        society("ASPS")
                .get("/v1/held-rows/" + heldRow)
                .then()
                .body("state", equalTo("DISCARDED"))
                .body("closingReason", equalTo("No diplomate of ours"))
                .body("completion", nullValue());
        board().get("/v1/held-rows/" + heldRow).then().body("$", not(hasKey("candidates")));
    }

    @Test
    void aRowThatWasMendedIsSuperseded() {
        society("ASPS")
                .contentType("application/json")
                .body(Ledger.completion(externalId, "1"))
                .post("/v1/completions")
                .then()
                .statusCode(201);
        society("ASPS").get("/v1/held-rows/" + heldRow).then().body("state", equalTo("SUPERSEDED"));
    }

    @Test
    void aHeldRowIsItsPostersAndTheBoards() {
        String path = "/v1/held-rows/" + heldRow;
        assertThat(society("IHI").get(path).statusCode()).isEqualTo(403);
        assertThat(diplomate("012345").get(path).statusCode()).isEqualTo(403);
        String seen = board().get(path).then().statusCode(200).extract().header("ETag");
        assertThat(board().header("If-None-Match", seen).get(path).statusCode()).isEqualTo(304);
        assertThat(board().get("/v1/held-rows/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(board().get("/v1/held-rows/none").statusCode()).isEqualTo(404);
    }

    private ValidatableResponse resolve(RequestSpecification caller, String body) {
        return caller.contentType("application/json")
                .body(body)
                .post("/v1/held-rows/" + heldRow + "/resolution")
                .then();
    }

    private static String hold(String externalId) {
        return post(externalId).statusCode(202).extract().path("heldRow");
    }

    private static ValidatableResponse post(String externalId) {
        return society("ASPS")
                .contentType("application/json")
                .body(
                        Ledger.completion(externalId, "1")
                                .replace("012345", "X" + externalId.substring(0, 8)))
                .post("/v1/completions")
                .then();
    }
}
