package cme.credit.operations;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;

import cme.credit.Callers;
import cme.credit.CatalogEvents;
import cme.credit.Ledger;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class CompletionChangesTest {

    @Inject CatalogEvents catalog;

    private String cursor = "";

    @BeforeEach
    void begin() {
        catalog.publishSamples();
        Callers.putSampleIdentities();
        cursor = changes(board(), "after=latest").getString("cursor");
    }

    private static JsonPath changes(RequestSpecification caller, String query) {
        return caller.get("/v1/completion-changes?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void theSocietyReadsWhatBecameOfItsCompletionAlsoAtTheBoardsHands() {
        String id = Ledger.postNew("1.5");
        board().contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{\"reason\": \"Not attended\"}")
                .post("/v1/completions/" + id + "/withdrawal")
                .then()
                .statusCode(200);
        await().untilAsserted(
                        () ->
                                assertThat(of(society("ASPS"), id))
                                        .isEqualTo(of(board(), id))
                                        .hasSize(2));

        List<Map<String, Object>> told = of(society("ASPS"), id);
        assertThat(told)
                .extracting(event -> event.get("type"))
                .containsExactly(
                        "cme.credit.completion.recorded", "cme.credit.completion.withdrawn");
        assertThat(told).allSatisfy(e -> assertThat(e).containsEntry("subject", "012345"));
        assertThat(of(society("ASSH"), id)).isEmpty();
    }

    private List<Map<String, Object>> of(RequestSpecification caller, String id) {
        return changes(caller, "limit=500&after=" + cursor)
                .param("id", id)
                .getList("items.findAll { it.data.id == id }");
    }

    @Test
    void whatTheBoardPostsInASocietysPlaceIsTheBoards() {
        board().contentType("application/json")
                .body(Ledger.completion("BOARD-" + cursor.hashCode(), "1.5"))
                .post("/v1/completions")
                .then()
                .statusCode(201);
        await().untilAsserted(
                        () ->
                                assertThat(
                                                changes(board(), "after=" + cursor)
                                                        .getList("items.data.poster"))
                                        .contains("BOARD"));
        society("ASPS")
                .get("/v1/completion-changes?limit=500")
                .then()
                .statusCode(200)
                .body("items.data.poster", everyItem(Matchers.equalTo("PROVIDER")));
    }

    @Test
    void anAuditEntryIsNotPartOfTheFeed() {
        board().get("/v1/completion-changes?limit=500")
                .then()
                .statusCode(200)
                .body("items.type", everyItem(not(Matchers.startsWith("cme.credit.identity"))));
    }

    @Test
    void aSocietyThatWaitsIsToldAtOnce() {
        String own = changes(society("ASPS"), "after=latest").getString("cursor");
        var poll =
                CompletableFuture.supplyAsync(
                        () -> changes(society("ASPS"), "wait=30&after=" + own));
        String id = Ledger.postNew("1.25");
        assertThat(poll.join().getList("items.data.id")).contains(id);
    }
}
