package cme.chassis.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/// Web pages of other origins, with the setting that lets one of them in.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class CrossOriginTest {

    private static final String BOARD = "https://board.example";

    @Test
    void theNamedOriginReadsAnswersAndTheirHeaders() {
        given().header("Origin", BOARD)
                .get("/v1/parcels")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", BOARD)
                .header("Access-Control-Expose-Headers", containsString("ETag"))
                .header("Vary", containsString("Origin"));
    }

    @Test
    void theNamedOriginAsksBeforehandWithoutAToken() {
        given().header("Origin", BOARD)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "authorization,if-match")
                .request("OPTIONS", "/v1/parcels/owned/x")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", BOARD)
                .header("Access-Control-Allow-Methods", containsString("PUT"))
                .header("Access-Control-Allow-Headers", containsString("If-Match"));
    }

    @Test
    void refusalsCanBeReadToo() {
        given().header("Origin", BOARD)
                .get("/v1/parcels/owned/x")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", BOARD);
    }

    @Test
    void anotherOriginIsNotLetIn() {
        given().header("Origin", "https://elsewhere.example")
                .get("/v1/parcels")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Vary", containsString("Origin"));
    }
}
