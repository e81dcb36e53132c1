package cme.catalog.search;

import static cme.catalog.Api.ACTIVITIES;
import static cme.catalog.Api.board;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cme.catalog.Api;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The activities that are approved with tracer procedures on a day.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class AlignedActivitiesTest {

    private static final String ALIGNED = "/v1/tracer-procedures/aligned-activities";

    /// Procedures of this test alone, in two modules.
    private static String procedure(String module) {
        String code = "T_" + Api.newCode().replace("-", "_");
        board().body(
                        """
                        {"name": "A procedure", "module": "%s", "synonyms": [], "source": "A test."}"""
                                .formatted(module))
                .put("/v1/tracer-procedures/" + code)
                .then()
                .statusCode(201);
        return code;
    }

    private static String aligned(String title, String span, String... procedures) {
        String code = Api.newCode();
        board().body(Api.course("ASPS").replace("A course", title))
                .put(ACTIVITIES + code)
                .then()
                .statusCode(201);
        approve(code, span, procedures);
        return code;
    }

    private static void approve(String code, String span, String... procedures) {
        Api.approved(
                code,
                """
                {"purpose": "TRACER", "procedures": ["%s"], %s}"""
                        .formatted(String.join("\", \"", procedures), span));
    }

    private static ValidatableResponse list(String query) {
        return given().get(ALIGNED + "?" + query).then().statusCode(200);
    }

    @Test
    void anActivityIsListedUnderEachOfItsProceduresOnTheDaysOfItsApprovals() {
        String hand = procedure("HAND");
        String cosmetic = procedure("COSMETIC");
        String span = "\"from\": \"2026-01-01\", \"until\": \"2026-12-31\"";
        String both = aligned("B course", span, hand, cosmetic);
        String one = aligned("A course of hands", span, hand);
        approve(one, "\"from\": \"2026-06-01\"", hand);

        list("on=2026-07-01&procedure=" + hand)
                .body("items.activity.code", contains(one, both))
                .body("items.module", contains("HAND", "HAND"))
                .body("items.procedure", contains(hand, hand))
                .body("items[0].procedureName", equalTo("A procedure"))
                .body("items[0].activity.title", equalTo("A course of hands"))
                .body("items[0].activity.provider", equalTo("ASPS"));
        list("on=2026-07-01&procedure=" + cosmetic).body("items.activity.code", contains(both));
        list("on=2025-12-31&procedure=" + hand).body("items", empty());
        list("on=2027-01-01&procedure=" + hand).body("items.activity.code", contains(one));
        list("on=2026-07-01&procedure=" + hand + "&module=COSMETIC").body("items", empty());
        assertThat(
                        list("on=2026-07-01&module=HAND&limit=500")
                                .extract()
                                .<List<String>>path("items.module"))
                .isNotEmpty()
                .containsOnly("HAND");
        list("procedure=" + hand).body("items.activity.code", hasItem(one));
    }

    @Test
    void aRetiredActivityIsListedUpToItsLastDay() {
        String hand = procedure("HAND");
        String code = aligned("A course", "\"from\": \"2026-01-01\"", hand);
        board().body("{\"on\": \"2026-06-30\", \"reason\": \"Replaced\"}")
                .post(ACTIVITIES + code + "/retirement")
                .then()
                .statusCode(200);
        list("on=2026-06-30&procedure=" + hand).body("items.activity.code", contains(code));
        list("on=2026-07-01&procedure=" + hand).body("items", empty());
    }

    @Test
    void theListComesInPagesByModuleProcedureAndTitle() {
        String hand = procedure("HAND");
        String cosmetic = procedure("COSMETIC");
        String span = "\"from\": \"2031-01-01\", \"until\": \"2031-01-01\"";
        aligned("B course", span, hand, cosmetic);
        aligned("A course", span, hand, cosmetic);
        aligned("A course", span, hand);
        List<Map<String, Object>> pieces = new ArrayList<>();
        String cursor = "";
        do {
            var page = list("on=2031-01-01&limit=2" + cursor).extract();
            pieces.addAll(page.path("items"));
            String next = page.path("nextCursor");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        assertThat(pieces)
                .isEqualTo(list("on=2031-01-01&limit=500").extract().path("items"))
                .doesNotHaveDuplicates();
        assertThat(
                        pieces.stream()
                                .filter(
                                        item ->
                                                List.of(hand, cosmetic)
                                                        .contains(item.get("procedure"))))
                .extracting(item -> item.get("module"))
                .containsExactly("COSMETIC", "COSMETIC", "HAND", "HAND", "HAND");
    }

    @Test
    void wrongQuestionsAreNamed() {
        given().get(ALIGNED + "?on=soon&module=FOOT&procedure=x&foo=1")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", containsInAnyOrder("/on", "/module", "/procedure", "/foo"));
    }
}
