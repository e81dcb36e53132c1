package cme.chassis.edge;

import static cme.test.waiting.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// Tests health checks and metrics on the management port.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class OperationsTest {

    @ConfigProperty(name = "quarkus.management.test-port")
    int management;

    @Test
    void readinessShowsTheLagOfProjections() {
        await().untilAsserted(
                        () ->
                                given().port(management)
                                        .get("/q/health/ready")
                                        .then()
                                        .statusCode(200)
                                        .body("status", equalTo("UP"))
                                        .body(containsString("test.incoming.v1.lag")));
    }

    @Test
    void livenessIsUp() {
        given().port(management).get("/q/health/live").then().statusCode(200);
    }

    @Test
    void metricsShowTheBacklogAndTheLag() {
        given().port(management)
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("cme_publisher_unpublished"))
                .body(containsString("cme_projection_lag{topic=\"test.incoming.v1\"}"))
                .body(containsString("cme_dead_letters"));
    }

    @Test
    void theDescriptionIsOpen() {
        given().get("/q/openapi").then().statusCode(200).body(containsString("/v1/parcels"));
    }
}
