package cme.credit.posting;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cme.credit.CatalogEvents;
import cme.credit.People;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was withdrawn and is posted again says so, and is put back when that is asked for.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ReinstateTest {
    @Inject CatalogEvents catalog;
    @Inject Jdbi jdbi;

    private final String name = UUID.randomUUID().toString();
    private People person = new People("", "", "");
    private String id = "";

    @BeforeEach
    void aCompletionIsPosted() {
        catalog.publishSamples();
        person = People.add("Lopez");
        id = person.post(name);
    }

    @Test
    void aWithdrawnCompletionIsPutBackAsItWas() {
        change(society("ASPS"), "1", "/withdrawal", "{\"reason\":\"Posted by mistake\"}");
        post("").statusCode(200)
                .body("outcome", equalTo("WITHDRAWN"))
                .body("notices[0].detail", containsString("reinstate=true"));
        post("?reinstate=true")
                .statusCode(200)
                .header("ETag", equalTo("\"3\""))
                .body("outcome", equalTo("RECORDED"))
                .body("status", equalTo("RECORDED"))
                .body("id", equalTo(id))
                .body("reason", containsString("einstated"))
                .body("notices.code", contains("reinstated"));
        post("?reinstate=true")
                .statusCode(200)
                .body("outcome", equalTo("DUPLICATE"))
                .body("revision", equalTo(3));
        assertThat(events())
                .containsExactly(
                        "1 cme.credit.completion.recorded RECORDED",
                        "2 cme.credit.completion.withdrawn WITHDRAWN",
                        "3 cme.credit.completion.corrected RECORDED");
    }

    @Test
    void aNewPostingIsRecordedWithReinstateToo() {
        post(person.completion(name + "-2"), "?reinstate=true").statusCode(201);
        post(person.completion(name + "-2"), "?reinstat=true").statusCode(400);
    }

    @Test
    void otherContentOfAWithdrawnOneIsAConflictThatSaysSo() {
        change(society("ASPS"), "1", "/withdrawal", "{\"reason\":\"Posted by mistake\"}");
        post(person.completion(name).replace("\"credits\":1", "\"credits\":2"), "?reinstate=true")
                .statusCode(409)
                .body("type", endsWith("/external-id-taken"))
                .body("detail", containsString("which is withdrawn"))
                .body("differences.field", contains("credits"))
                .body("differences.recorded", contains("1.00"))
                .body("differences.sent", contains("2.00"));
    }

    @Test
    void postingWhatItWasCorrectedToIsADuplicate() {
        String corrected = person.completion(name).replace("\"credits\":1", "\"credits\":2");
        correct(society("ASPS"), "1", 2).statusCode(200);
        post(corrected, "").statusCode(200).body("outcome", equalTo("DUPLICATE"));
        post("").statusCode(200).body("outcome", equalTo("DUPLICATE"));
    }

    @Test
    void whatTheBoardWithdrewStaysWithdrawn() {
        change(board(), "1", "/withdrawal", "{\"reason\":\"Did not attend\"}");
        post("").statusCode(200)
                .body("outcome", equalTo("WITHDRAWN"))
                .body("notices.code", contains("board-decided"));
        post("?reinstate=true")
                .statusCode(409)
                .body("type", endsWith("/board-decided"))
                .body("completion", equalTo(id));
        post(person.completion(name).replace("\"credits\":1", "\"credits\":2"), "")
                .statusCode(409)
                .body("detail", containsString("propose the correction"));
        roster("&reinstate=true", person.completion(name))
                .body("results[0].outcome", equalTo("WITHDRAWN"))
                .body("results[0].reason", equalTo("board-decided"))
                .body("results[0].notices.code", contains("board-decided"));
    }

    @Test
    void aRosterIsPutBackWithTheRowsThatWereHeld() {
        String number = "N" + name.substring(0, 8);
        String held = person.completion(name + "-held").replace(person.id(), number);
        String rows = person.completion(name + "-1") + held;
        String path = "/v1/rosters/" + roster("", rows).statusCode(201).extract().path("id");
        change(society("ASPS"), path + "/withdrawal", "{\"reason\":\"Wrong meeting\"}");
        roster("", rows)
                .body("withdrawn", equalTo(2))
                .body("results[1].reason", equalTo("withdrawn"));
        roster("&reinstate=true", rows)
                .body("status", equalTo("RECORDED"))
                .body("results.outcome", contains("RECORDED", "HELD"));
        roster("&reinstate=true", rows).body("results.outcome", contains("DUPLICATE", "HELD"));
        society("ASPS")
                .get(path)
                .then()
                .body("status", equalTo("RECORDED"))
                .body("recorded", equalTo(1))
                .body("held", equalTo(1));
        board().contentType("application/json")
                .body("{\"familyName\":\"Lopez\"}")
                .put("/v1/identities/" + number)
                .then()
                .statusCode(201);
        society("ASPS").get(path).then().body("recorded", equalTo(2)).body("held", equalTo(0));
    }

    @Test
    void aRosterWithANewRowIsNotWithdrawnAnyMore() {
        String row = person.completion(name + "-1");
        String path = "/v1/rosters/" + roster("", row).extract().path("id");
        change(society("ASPS"), path + "/withdrawal", "{\"reason\":\"Wrong meeting\"}");
        roster("", row + person.completion(name + "-2"))
                .body("status", equalTo("RECORDED"))
                .body("results.outcome", contains("WITHDRAWN", "RECORDED"));
    }

    @Test
    void anotherRosterPutsThemBackWhereTheyCameFrom() {
        String row = person.completion(name + "-1").replace("\n", "");
        String path = "/v1/rosters/" + roster("", row).extract().path("id");
        change(society("ASPS"), path + "/withdrawal", "{\"reason\":\"Wrong meeting\"}");
        society("ASPS")
                .contentType("application/x-ndjson")
                .body(row)
                .post("/v1/rosters?externalId=" + name + "-other")
                .then()
                .statusCode(201)
                .body("withdrawn", equalTo(1));
        society("ASPS").get(path).then().body("status", equalTo("WITHDRAWN"));
        society("ASPS")
                .contentType("application/x-ndjson")
                .body(row)
                .post("/v1/rosters?reinstate=true&externalId=" + name + "-third")
                .then()
                .body("reinstated", equalTo(1));
        society("ASPS").get(path).then().body("status", equalTo("RECORDED"));
    }

    @Test
    void rowsFarApartInAFileAreComparedToo() {
        var rows = new StringBuilder();
        for (int row = 1; row <= 2_100; row++) {
            rows.append(line(name + "-" + row, "T" + row, 1));
        }
        rows.append(line(name + "-1", "T1", 1)).append(line(name + "-2", "T2", 3));
        for (String dryRun : List.of("&dryRun=true", "")) {
            roster(dryRun, rows.toString())
                    .body("recorded", equalTo(2_100))
                    .body("results.outcome", contains("DUPLICATE", "CONFLICT"))
                    .body("results[0].notices[0].detail", containsString("Row 1 "))
                    .body("results[1].detail", containsString("Row 2 "));
        }
        roster("", line(name + "-x", "T5", 1) + line(name + "-x", "T5", 1))
                .body("results.notices.flatten().code", hasItem("counts-once"));
    }

    @Test
    void noticesOfALongRosterAreSummedUp() {
        var rows = new StringBuilder();
        for (int row = 1; row <= 1_001; row++) {
            rows.append(line(name + "-" + row, "The same", 1));
        }
        roster("&dryRun=true", rows.toString())
                .body("notices.code", contains("counts-once"))
                .body("notices[0].detail", containsString("1,000 rows"));
    }

    private String line(String externalId, String title, int credits) {
        return person.completion(externalId)
                .replace("Grand rounds", title)
                .replace("\"credits\":1", "\"credits\":" + credits);
    }

    private ValidatableResponse roster(String more, String rows) {
        return society("ASPS")
                .contentType("application/x-ndjson")
                .body(rows.replace("\n", "").replace("}{", "}\n{"))
                .post("/v1/rosters?externalId=" + name + more)
                .then();
    }

    private ValidatableResponse post(String query) {
        return post(person.completion(name), query);
    }

    private static ValidatableResponse post(String body, String query) {
        return society("ASPS")
                .contentType("application/json")
                .body(body)
                .post("/v1/completions" + query)
                .then();
    }

    private ValidatableResponse correct(RequestSpecification caller, String seen, int credits) {
        return caller.contentType("application/json")
                .header("If-Match", '"' + seen + '"')
                .body(
                        "{\"title\":\"Grand rounds\",\"completedOn\":\"2026-10-04\",\"credits\":%d,\"reason\":\"Mistyped\"}"
                                .formatted(credits))
                .put("/v1/completions/" + id)
                .then();
    }

    private void change(RequestSpecification caller, String seen, String path, String body) {
        change(caller.header("If-Match", '"' + seen + '"'), "/v1/completions/" + id + path, body);
    }

    private static void change(RequestSpecification caller, String path, String body) {
        caller.contentType("application/json").body(body).post(path).then().statusCode(200);
    }

    private List<String> events() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select concat(payload ->> 'revision', ' ', type, ' ', payload ->> 'status')
                                        from event_log where payload ->> 'id' = :id order by seq
                                        """)
                                .bind("id", id)
                                .mapTo(String.class)
                                .list());
    }
}
