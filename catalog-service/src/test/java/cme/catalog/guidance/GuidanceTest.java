package cme.catalog.guidance;

import static cme.catalog.Api.board;
import static cme.catalog.Api.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cme.catalog.Api;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// The board's guidance: what ships, and how the board edits it.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class GuidanceTest {

    private static final String GUIDANCE = "/v1/guidance/";

    private static final String BODY =
            """
            {"title": "A topic", "text": "Do this.", "steps": ["One.", "Two."],
             "links": [{"title": "A page", "url": "https://example.org/a"}, {"title": "Open"}],
             "requirements": ["cme-total"], "source": "A test."}""";

    private static String newTopic() {
        return Api.newCode().toLowerCase(Locale.ROOT);
    }

    @Test
    void theGuidanceOfTheSourceShips() {
        given().get("/v1/guidance")
                .then()
                .statusCode(200)
                .body(
                        "items.topic",
                        hasItems(
                                "contact",
                                "continuing-certification-directory",
                                "examination-credits",
                                "patient-safety-credits",
                                "society-courses",
                                "special-circumstances",
                                "tracer-activities",
                                "virtual-master-classes"))
                .body("items.source", not(hasItem(nullValue())));
        given().get(GUIDANCE + "examination-credits")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("steps", hasSize(4))
                .body("steps[3]", containsString("result letter"))
                .body("text", containsString("fee"))
                .body("requirements", contains("cme-total"))
                .body(
                        "links.title",
                        contains("American Medical Association", "Direct credit application"))
                .body("links.url", contains("https://www.ama-assn.org", null))
                .body("updatedAt", equalTo("2020-01-01T00:00:00Z"));
    }

    @Test
    void guidanceIsListedByTheRequirementThatItHelpsWith() {
        given().queryParam("requirement", "patient-safety-activity")
                .get("/v1/guidance")
                .then()
                .statusCode(200)
                .body("items.topic", contains("contact", "special-circumstances"));
        given().queryParam("requirement", "none")
                .get("/v1/guidance")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void theBoardAddsAndChangesGuidance() {
        String topic = GUIDANCE + newTopic();
        board().body(BODY).put(topic).then().statusCode(201).header("ETag", "\"1\"");
        board().body(BODY).put(topic).then().statusCode(200).header("ETag", "\"1\"");
        String changed = BODY.replace("A topic", "Another");
        problem(board().body(changed).put(topic).then(), 428, "if-match-required");
        problem(board().header("If-Match", "\"2\"").body(changed).put(topic).then(), 412, "stale");
        board().header("If-Match", "\"1\"")
                .body(changed)
                .put(topic)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        String read =
                given().get(topic)
                        .then()
                        .statusCode(200)
                        .body("title", equalTo("Another"))
                        .body("steps", contains("One.", "Two."))
                        .body("links.url", contains("https://example.org/a", null))
                        .extract()
                        .asString();
        board().body(read).put(topic).then().statusCode(200).body("revision", equalTo(2));
        given().header("If-None-Match", "\"2\"").get(topic).then().statusCode(304);
    }

    @Test
    void wrongGuidanceIsRefusedWithEveryViolation() {
        problem(
                        board().body(
                                        """
                                        {"topic": "other", "text": "", "steps": "x",
                                         "links": [{"url": "ftp://x"}], "colour": 1}""")
                                .put(GUIDANCE + newTopic())
                                .then(),
                        400,
                        "invalid-request")
                .body(
                        "errors.pointer",
                        hasItems(
                                "/topic",
                                "/title",
                                "/text",
                                "/steps",
                                "/links/0/title",
                                "/links/0/url",
                                "/source",
                                "/colour"));
        problem(board().body(BODY).put(GUIDANCE + "Big_Topic").then(), 400, "invalid-request");
        problem(given().get(GUIDANCE + "none").then(), 404, "not-found");
    }

    @Test
    void topicsComeInPages() {
        List<String> topics = new ArrayList<>();
        String cursor = "";
        do {
            var page =
                    given().get("/v1/guidance?limit=3" + cursor).then().statusCode(200).extract();
            topics.addAll(page.path("items.topic"));
            String next = page.path("nextCursor");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        assertThat(topics)
                .isEqualTo(given().get("/v1/guidance?limit=500").path("items.topic"))
                .doesNotHaveDuplicates();
    }
}
