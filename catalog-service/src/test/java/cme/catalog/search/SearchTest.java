package cme.catalog.search;

import static cme.catalog.Api.ACTIVITIES;
import static cme.catalog.Api.board;
import static cme.catalog.Api.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cme.catalog.Api;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class SearchTest {

    private static ValidatableResponse find(Object... query) {
        var request = board();
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam((String) query[i], query[i + 1]);
        }
        return request.get("/v1/activities").then();
    }

    private static String add(String title, String more) {
        var code = Api.newCode();
        var body = "{\"title\": \"%s\", \"provider\": \"ASPS\", \"type\": \"OTHER\"%s}";
        board().body(body.formatted(title, more)).put(ACTIVITIES + code).then().statusCode(201);
        return code;
    }

    @ParameterizedTest
    @CsvSource({
        "preventing thromboembolism, stems in any form",
        "venous thromboemb, half typed",
        "VÉNOUS prévention, accents and case",
        "prevention venous, any order",
        "asps-vte-prevention, the code",
        "american society plastic venous, the provider's name",
        "the venous and its prevention, stop words",
    })
    void anActivityIsFoundBy(String words, String how) {
        find("q", words).statusCode(200).body("items.code", hasItem("ASPS-VTE-PREVENTION"));
    }

    @Test
    void aCodeThatLooksLikeANumberIsFound() {
        board().body("{\"title\": \"A\", \"provider\": \"ASPS\", \"type\": \"OTHER\"}")
                .put(ACTIVITIES + "N-037E1CC8-3E6A")
                .then()
                .statusCode(201);
        find("q", "037e1cc8 3e6a").body("items.code", hasItem("N-037E1CC8-3E6A"));
        find("q", "3e6a 037e1cc8").body("items.code", hasItem("N-037E1CC8-3E6A"));
    }

    @Test
    void facetsCountEverythingThatIsFound() {
        String word = "facet" + Long.toString(System.nanoTime(), 26).replaceAll("[0-9]", "x");
        String approved = add("Course of " + word, "");
        add("Lecture of " + word, "");
        add("Other " + word, ", \"credits\": 2");
        for (String approval :
                List.of(
                        "{\"purpose\":\"PATIENT_SAFETY\",\"from\":\"2024-01-01\"}",
                        "{\"purpose\":\"TRACER\",\"procedures\":[\"CARPAL_TUNNEL\",\"FLEXOR_TENDON_LACERATION\"],\"from\":\"2025-01-01\"}")) {
            board().body(approval)
                    .post(ACTIVITIES + approved + "/approvals")
                    .then()
                    .statusCode(201);
        }
        find("q", word, "limit", 1).body("facets", equalTo(null));
        find("q", word, "limit", 1, "facets", true)
                .body("items.size()", equalTo(1))
                .body("facets.provider.value", contains("ASPS"))
                .body("facets.provider.count", contains(3))
                .body("facets.type.count", contains(3))
                .body("facets.purpose.value", containsInAnyOrder("PATIENT_SAFETY", "TRACER"))
                .body("facets.purpose.count", contains(1, 1))
                .body("facets.procedure.value", hasItem("CARPAL_TUNNEL"));
        find("q", word, "purpose", "TRACER", "on", "2024-06-01", "facets", true)
                .body("facets.provider.size()", equalTo(0));
        find("q", word, "purpose", "PATIENT_SAFETY", "facets", true)
                .body("facets.purpose.value", contains("PATIENT_SAFETY"))
                .body("facets.procedure.size()", equalTo(0));
        find("facets", true).statusCode(200).body("facets.provider.value", hasItem("ASPS"));
        find("facets", "perhaps").statusCode(400);
        given().get("/v1/activities?facets=true&q=" + word)
                .then()
                .body("facets.provider.count", contains(1));
    }

    /// As people type it, and browsers send it.
    @Test
    void wordsMayHaveSemicolonsBetweenThem() {
        var code = add("Hand; face and wrist", "");
        board().urlEncodingEnabled(false)
                .get("/v1/activities?q=face;wrist")
                .then()
                .statusCode(200)
                .body("items.code", hasItem(code));
    }

    @Test
    void wordsThatAreNotThereFindNothing() {
        find("q", "venous giraffe").body("items.size()", equalTo(0));
    }

    @Test
    void lettersWithoutDecompositionAreFoundByTheirPlainForm() {
        var code = add("Straße zu Ørsted", "");

        find("q", "strasse orst").body("items.code", hasItem(code));
        find("q", "straße ørsted").body("items.code", hasItem(code));
    }

    @Test
    void aTracerActivityIsFoundBySynonymsOfItsProcedure() {
        var code = add("Contouring of the trunk", "");
        Api.approved(
                code,
                "{\"purpose\": \"TRACER\", \"procedures\": [\"ABDOMINOPLASTY\"], \"from\":"
                        + " \"2026-01-01\"}");

        find("q", "tummy tu").body("items.code", hasItem(code));
        find("q", "abdominoplasties").body("items.code", hasItem(code));
        find("procedure", "ABDOMINOPLASTY", "on", "2026-05-05").body("items.code", hasItem(code));
        find("procedure", "ABDOMINOPLASTY", "on", "2025-05-05")
                .body("items.code", not(hasItem(code)));
    }

    @Test
    void anActivityIsFoundByTheNewNameOfItsProvider() {
        var provider = "P" + System.nanoTime();
        var code = Api.newCode();
        board().body("{\"name\": \"Old guild\"}")
                .put("/v1/providers/" + provider)
                .then()
                .statusCode(201);
        board().body(Api.course(provider)).put(ACTIVITIES + code).then().statusCode(201);
        board().header("If-Match", "\"1\"")
                .body("{\"name\": \"Zweite Gilde\"}")
                .put("/v1/providers/" + provider)
                .then()
                .statusCode(200);

        find("q", "zweite gilde").body("items.code", contains(code));
        find("q", "old guild", "provider", provider).body("items.size()", equalTo(0));
    }

    @Test
    void foundByTitleComesFirstThenApprovedThenByTitle() {
        var word = "zz" + System.nanoTime();
        var other = add("Another of " + word, "");
        var approved = add("Zeta of " + word, "");
        var retired = add("Alpha of " + word, "");
        Api.approved(approved, Api.SAFETY_2026);
        board().body("{\"on\": \"2026-01-01\", \"reason\": \"over\"}")
                .post(ACTIVITIES + retired + "/retirement")
                .then()
                .statusCode(200);
        var procedure = ("P" + word).toUpperCase(java.util.Locale.ROOT);
        board().body(
                        "{\"name\": \"%s\", \"module\": \"HAND\", \"source\": \"test\"}"
                                .formatted(word))
                .put("/v1/tracer-procedures/" + procedure)
                .then()
                .statusCode(201);
        var elsewhere = add("Something", "");
        Api.approved(
                elsewhere,
                "{\"purpose\": \"TRACER\", \"procedures\": [\"%s\"], \"from\": \"2026-01-01\"}"
                        .formatted(procedure));

        find("q", word).body("items.code", contains(approved, other, retired, elsewhere));

        var paged = new ArrayList<String>();
        String cursor = null;
        do {
            var page =
                    cursor == null
                            ? find("q", word, "limit", 1)
                            : find("q", word, "limit", 1, "cursor", cursor);
            paged.addAll(page.statusCode(200).extract().<List<String>>path("items.code"));
            cursor = page.extract().path("nextCursor");
        } while (cursor != null);
        assertThat(paged).containsExactly(approved, other, retired, elsewhere);
    }

    @Test
    void filtersCombine() {
        find(
                        "provider",
                        "PRS",
                        "type",
                        "ARTICLE",
                        "status",
                        "APPROVED",
                        "purpose",
                        "PATIENT_SAFETY",
                        "q",
                        "patient safety",
                        "on",
                        "2026-01-01")
                .statusCode(200)
                .body(
                        "items.findAll { !it.code.startsWith('T-') }.code",
                        contains(
                                "PRS-BODY-DYSMORPHIC-DISORDER",
                                "PRS-PATIENT-SAFETY",
                                "PRS-OFFICE-BASED-SETTING"));
        find("purpose", "LIFELONG_LEARNING", "provider", "AMA")
                .body("items.code", contains("AMA-CC-EXAM"));
        find("purpose", "TRACER", "provider", "AMA").body("items.size()", equalTo(0));
    }

    @Test
    void purposeAndDayMustHoldOfTheSameApproval() {
        var code = add("Two approvals", "");
        Api.approved(code, Api.SAFETY_2026);
        Api.approved(code, "{\"purpose\": \"LIFELONG_LEARNING\", \"from\": \"2020-01-01\"}");

        find("q", code, "purpose", "PATIENT_SAFETY", "on", "2026-06-01")
                .body("items.code", contains(code));
        find("q", code, "purpose", "PATIENT_SAFETY", "on", "2025-06-01")
                .body("items.size()", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01", "-999999999-01-01", "+10000-01-01", "10000-01-01"})
    void aDayOutOfRangeIsWrong(String day) {
        problem(find("on", day), 400, "invalid-request").body("errors.pointer", contains("/on"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "1900-01-01", "9999-12-31"})
    void everyDayInRangeIsLookedAt(String day) {
        find("on", day).statusCode(200);
    }

    @Test
    void everyWrongParameterIsNamed() {
        problem(
                        find(
                                "q",
                                "!!",
                                "type",
                                "SEMINAR",
                                "on",
                                "today",
                                "procedure",
                                "no",
                                "limit",
                                0,
                                "cursor",
                                "abc",
                                "colour",
                                "red"),
                        400,
                        "unknown-parameter")
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/q",
                                "/type",
                                "/on",
                                "/procedure",
                                "/limit",
                                "/cursor",
                                "/colour"));
    }

    @Test
    void listsAndActivitiesAreAnsweredWithTagsAndOnlyOnce() {
        var list =
                given().queryParam("provider", "IHI")
                        .get("/v1/activities")
                        .then()
                        .header("Cache-Control", "public, max-age=10");
        given().header("If-None-Match", list.extract().header("ETag"))
                .queryParam("provider", "IHI")
                .get("/v1/activities")
                .then()
                .statusCode(304);
        given().get(ACTIVITIES + "AMA-CC-EXAM").then().header("Cache-Control", "public, no-cache");
        given().header("If-None-Match", "\"1\"")
                .get(ACTIVITIES + "AMA-CC-EXAM")
                .then()
                .statusCode(304)
                .header("ETag", "\"1\"");
    }
}
