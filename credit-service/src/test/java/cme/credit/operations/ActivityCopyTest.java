package cme.credit.operations;

import static cme.credit.CatalogEvents.activity;
import static cme.test.waiting.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cme.credit.Callers;
import cme.credit.CatalogEvents;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ActivityCopyTest {

    private static final String REBUILD = "/v1/activity-copy/rebuild";

    @Inject CatalogEvents catalog;
    @Inject Jdbi jdbi;

    @Test
    void aRebuildPutsTheCopyRight() {
        catalog.publish(
                Map.of(
                        "R-WRONG", activity("R-WRONG", "ASPS", "5", "1", 1),
                        "R-LOST", activity("R-LOST", "ASPS", "6", "1", 1)));
        jdbi.useTransaction(
                h -> {
                    h.execute("update activity set credits = 50 where code = 'R-WRONG'");
                    h.execute("delete from activity where code = 'R-LOST'");
                    h.execute(
                            """
                            insert into activity select 'R-INVENTED', title, provider, credits,
                                patient_safety_credits, offered_from, offered_until, status, revision
                            from activity where code = 'R-WRONG'
                            """);
                });
        var ops = TestTokens.ops();
        given().auth().oauth2(ops).post(REBUILD).then().statusCode(202);
        await().untilAsserted(
                        () ->
                                given().auth()
                                        .oauth2(ops)
                                        .get(REBUILD)
                                        .then()
                                        .body("state", equalTo("COMPLETE")));
        assertThat(credits("R-WRONG")).isEqualTo(5);
        assertThat(credits("R-LOST")).isEqualTo(6);
        assertThat(credits("R-INVENTED")).isZero();
    }

    private int credits(String code) {
        return jdbi.withHandle(
                h ->
                        h.select("select credits from activity where code = ?", code)
                                .mapTo(Integer.class)
                                .findOne()
                                .orElse(0));
    }

    @Test
    void anEventOfAnUnknownTypeIsADeadLetter() {
        catalog.publishSamples();
        catalog.send(
                "cme.catalog.provider.changed",
                Map.of("R-TYPE", activity("R-TYPE", "ASPS", "5", "1", 1)));
        await().untilAsserted(
                        () ->
                                Callers.board()
                                        .get("/v1/activity-copy/dead-letters?limit=500")
                                        .then()
                                        .statusCode(200)
                                        .body(
                                                "items.find { it.key == 'R-TYPE' }.reason",
                                                equalTo(
                                                        "Unknown type cme.catalog.provider.changed")));
        assertThat(credits("R-TYPE")).isZero();
    }
}
