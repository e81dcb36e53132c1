package cme.credit.privacy;

import static cme.credit.Callers.board;
import static cme.credit.Callers.diplomate;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cme.chassis.json.StrictJson;
import cme.credit.CatalogEvents;
import cme.credit.People;
import cme.test.stack.LocalStackResource;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A diplomate reads everything that is held on them, and nothing of others.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class PersonalDataTest {
    @Inject CatalogEvents catalog;

    @BeforeEach
    void theCatalogIsKnown() {
        catalog.publishSamples();
    }

    @Test
    void everyKindOfRecordIsListedUnderEachNumberOfThePerson() {
        Erasing all = new Erasing();
        all.postEverything();
        List<String> records = records(diplomate(all.person.id()), all.person.id(), 3);
        assertThat(records)
                .isEqualTo(records(board(), all.second.id(), 500))
                .extracting(record -> JsonPath.from(record).getString("kind"))
                .contains(
                        "identity-revision",
                        "merge",
                        "completion-revision",
                        "roster-row",
                        "correction-proposal");
        assertThat(records).anyMatch(record -> record.contains(all.former));
        assertThat(records).filteredOn(record -> record.contains("completion-revision")).hasSize(2);
    }

    @Test
    void aHeldRowThatBecameTheirsIsListed() {
        People person = People.add(People.anyName());
        String held =
                board().contentType("application/json")
                        .body(
                                person.completion(UUID.randomUUID().toString())
                                        .replace(person.familyName(), "Zzz"))
                        .post("/v1/completions")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("heldRow");
        assertThat(records(board(), person.id(), 50)).noneMatch(record -> record.contains("Zzz"));
        board().contentType("application/json")
                .body("{\"diplomateId\":\"%s\"}".formatted(person.id()))
                .post("/v1/held-rows/" + held + "/resolution")
                .then()
                .statusCode(200);
        assertThat(records(board(), person.id(), 50))
                .anyMatch(record -> record.contains("held-row") && record.contains("Zzz"));
    }

    @Test
    void whatTheBoardWithdrewIsListed() {
        People person = People.add(People.anyName());
        String completion = person.post(UUID.randomUUID().toString());
        board().contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{\"reason\":\"Did not attend\"}")
                .post("/v1/completions/" + completion + "/withdrawal")
                .then()
                .statusCode(200);
        assertThat(records(board(), person.id(), 1))
                .filteredOn(record -> record.contains("overruled-posting"))
                .singleElement()
                .satisfies(
                        record ->
                                assertThat(JsonPath.from(record).getString("data.title"))
                                        .isEqualTo("Grand rounds"));
    }

    @Test
    void whatWentToSomebodyElseIsNotListedAnyMore() {
        People person = People.add(People.anyName());
        People other = People.add(People.anyName());
        String completion = person.post(UUID.randomUUID().toString());
        board().contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(
                        """
                        {"reason":"was theirs","title":"Grand rounds","completedOn":"2026-10-04","credits":1,
                         "diplomateId":"%s","familyName":"%s"}
                        """
                                .formatted(other.id(), other.familyName()))
                .put("/v1/completions/" + completion)
                .then()
                .statusCode(200);
        assertThat(records(board(), person.id(), 50))
                .filteredOn(record -> record.contains(completion))
                .singleElement()
                .satisfies(
                        record ->
                                assertThat(JsonPath.from(record).getInt("data.revision"))
                                        .isEqualTo(1));
        assertThat(records(board(), person.id(), 50))
                .noneMatch(record -> record.contains(other.id()));
    }

    @Test
    void nobodyElseReadsIt() {
        People person = People.add(People.anyName());
        diplomate("012345").get(path(person.id())).then().statusCode(403);
        board().get(path("nobody-at-all")).then().statusCode(404);
        board().get(path(person.id()) + "?cursor=x").then().statusCode(400);
    }

    private static List<String> records(RequestSpecification caller, String number, int limit) {
        List<String> records = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = read(caller, number, limit, cursor);
            page.path("items").forEach(item -> records.add(item.toString()));
            cursor = page.path("nextCursor").textValue();
        }
        return records;
    }

    private static JsonNode read(
            RequestSpecification caller, String number, int limit, String cursor) {
        String answer =
                given().spec(caller)
                        .queryParam("limit", limit)
                        .queryParams(cursor.isEmpty() ? Map.of() : Map.of("cursor", cursor))
                        .get(path(number))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        try {
            return StrictJson.mapper().readTree(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String path(String number) {
        return "/v1/identities/" + number + "/personal-data";
    }
}
