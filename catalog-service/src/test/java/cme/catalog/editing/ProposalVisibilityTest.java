package cme.catalog.editing;

import static cme.catalog.Api.ACTIVITIES;
import static cme.catalog.Api.board;
import static cme.catalog.Api.problem;
import static cme.catalog.Api.society;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import cme.catalog.Api;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A proposal is seen by the board and by its own provider; to all others it does not exist.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ProposalVisibilityTest {

    private static final List<Supplier<RequestSpecification>> OTHERS =
            List.of(
                    () -> given(),
                    () -> society("ASAPS"),
                    () -> Api.as(TestTokens.diplomate("012345")),
                    () -> Api.as(TestTokens.of("society", Map.of())),
                    () -> Api.as(TestTokens.of("diplomate", Map.of("provider", "ASPS"))),
                    () -> Api.as(TestTokens.expired()),
                    () -> Api.as("nonsense"));

    private static final List<Supplier<RequestSpecification>> OWNERS =
            List.of(Api::board, () -> society("ASPS"));

    private static String proposedAs(String title) {
        String code = Api.newCode();
        board().body(Api.course("ASPS").replace("A course", title))
                .put(ACTIVITIES + code)
                .then()
                .statusCode(201);
        return code;
    }

    /// The detail tells no more than the status does.
    @ParameterizedTest
    @ValueSource(strings = {"", "/revisions", "/approvals/0b0f6c5e-2f0b-4b7e-9d3e-6f1f6b7a9c01"})
    void aProposalIsMissingToOthers(String part) {
        String code = Api.proposed();
        for (var caller : OTHERS) {
            problem(caller.get().get(ACTIVITIES + code + part).then(), 404, "not-found")
                    .body("detail", equalTo("There is no such activity."));
        }
    }

    @Test
    void aProposalIsReadByItsOwnerAndTheBoard() {
        String code = Api.proposed();
        for (var caller : OWNERS) {
            caller.get()
                    .get(ACTIVITIES + code)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "private, no-cache")
                    .header("Vary", containsString("Authorization"))
                    .body("status", equalTo("PROPOSED"));
            caller.get()
                    .get(ACTIVITIES + code + "/revisions")
                    .then()
                    .statusCode(200)
                    .body("items.revision", contains(1));
        }
    }

    @Test
    void aProposalIsNotFoundByOthers() {
        String word = "Zyx" + Api.newCode().substring(2, 8).replaceAll("[0-9]", "q");
        String code = proposedAs(word + " course");
        for (String query :
                List.of(
                        "q=" + word,
                        "q=" + word + "&provider=ASPS",
                        "q=" + word + "&status=PROPOSED")) {
            for (var caller : OTHERS) {
                caller.get()
                        .get("/v1/activities?" + query)
                        .then()
                        .statusCode(200)
                        .body("items", empty());
            }
            for (var caller : OWNERS) {
                caller.get()
                        .get("/v1/activities?" + query)
                        .then()
                        .body("items.code", contains(code));
            }
        }
        String counted = "/v1/activities?facets=true&q=" + word;
        for (var caller : OTHERS) {
            caller.get().get(counted).then().body("facets.provider", empty());
        }
        for (var caller : OWNERS) {
            caller.get().get(counted).then().body("facets.provider.value", contains("ASPS"));
        }
    }

    @Test
    void withoutATokenThereAreNoProposals() {
        Api.proposed();
        given().get("/v1/activities?status=PROPOSED")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=10")
                .header("Vary", containsString("Authorization"))
                .body("items", empty());
        List<String> providers =
                society("ASPS")
                        .get("/v1/activities?status=PROPOSED&limit=500")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items.provider");
        assertThat(providers).isNotEmpty().containsOnly("ASPS");
        List<String> all = given().get("/v1/activities?limit=500").path("items.status");
        assertThat(all).isNotEmpty().doesNotContain("PROPOSED");
    }

    @Test
    void onceApprovedItIsOpenAndHiddenAgainWithoutApproval() {
        String code = Api.proposed();
        String id = Api.approved(code, Api.SAFETY_2026);
        given().get(ACTIVITIES + code).then().statusCode(200).body("status", equalTo("APPROVED"));
        given().get(ACTIVITIES + code + "/revisions")
                .then()
                .statusCode(200)
                .body("items.occasion", contains("PROPOSED", "APPROVED"));
        Api.takeBack(code, "/approvals/" + id).statusCode(204);
        given().get(ACTIVITIES + code).then().statusCode(404);
    }

    @Test
    void aProposalThatTheBoardRetiresStaysAProposalToOthers() {
        String word = "Zyw" + Api.newCode().substring(2, 8).replaceAll("[0-9]", "q");
        String code = proposedAs(word + " course");
        board().body("{\"on\": \"2026-06-30\", \"reason\": \"not wanted\"}")
                .post(ACTIVITIES + code + "/retirement")
                .then()
                .statusCode(200);
        for (var caller : OTHERS) {
            problem(caller.get().get(ACTIVITIES + code).then(), 404, "not-found");
            caller.get().get("/v1/activities?q=" + word).then().body("items", empty());
        }
        for (var caller : OWNERS) {
            caller.get().get(ACTIVITIES + code).then().statusCode(200);
            caller.get().get("/v1/activities?q=" + word).then().body("items.code", contains(code));
        }
    }
}
