package cme.catalog.operations;

import static cme.test.waiting.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cme.catalog.Api;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class CatalogChangesTest {

    private static JsonPath changes(RequestSpecification caller, String query) {
        return caller.get("/v1/catalog-changes?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void anybodyReadsOfAnActivityOnceItIsApproved() {
        String cursor = changes(given(), "after=latest").getString("cursor");
        String proposed = Api.proposed();
        String rejected = Api.proposed();
        Api.board()
                .body("{\"on\": \"2026-06-30\", \"reason\": \"not wanted\"}")
                .post("/v1/activities/" + rejected + "/retirement")
                .then()
                .statusCode(200);
        String approved = Api.proposed();
        Api.approved(approved, Api.SAFETY_2026);
        await().untilAsserted(
                        () ->
                                assertThat(
                                                changes(given(), "after=" + cursor)
                                                        .getList("items.subject"))
                                        .contains(approved));

        for (var caller : List.of(given(), Api.board(), Api.society("ASPS"))) {
            JsonPath told = changes(caller, "limit=500&after=" + cursor);
            assertThat(told.getList("items.subject"))
                    .contains(approved)
                    .doesNotContain(proposed, rejected);
            assertThat(told.getList("items.data.status")).doesNotContain("PROPOSED");
        }
    }

    @Test
    void theActivitiesThatComeWithTheServiceAreInTheFeed() {
        assertThat(changes(given(), "limit=1").getList("items.type"))
                .containsExactly("cme.catalog.activity.approved");
    }
}
