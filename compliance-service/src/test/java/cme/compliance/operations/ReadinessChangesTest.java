package cme.compliance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ReadinessChangesTest {

    @Inject CleanDatabase cleanDatabase;

    @BeforeEach
    void wipe() {
        cleanDatabase.wipe();
    }

    private static JsonPath changes(String query) {
        return Api.board()
                .get("/v1/readiness-changes?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void theBoardIsToldOfAStandingAsSoonAsItIsKnown() {
        String cursor = changes("after=latest").getString("cursor");
        var poll = CompletableFuture.supplyAsync(() -> changes("wait=30&after=" + cursor));
        Api.putCycle("7001", "abps-cc-10y", 2021, "2020-11-14").then().statusCode(201);
        JsonPath told = poll.join();
        assertThat(told.getList("items.subject")).contains("7001");
        assertThat(told.getList("items.type")).contains("cme.compliance.readiness.changed");
        assertThat(told.getString("items[0].source")).isEqualTo("/compliance-service");
        assertThat(told.getList("items.data.diplomateId")).contains("7001");
    }
}
