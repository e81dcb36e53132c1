package cme.chassis.guide;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/// The guide and the list of problems can be read without a token.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class GuidePagesTest {

    @Test
    void theGuideIsAPage() {
        given().get("/q/guide")
                .then()
                .statusCode(200)
                .contentType("text/html; charset=UTF-8")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .body(containsString("<h2 id=\"a-token\">"))
                .body(containsString("href=\"problems\""))
                .body(not(containsString(".md\"")));
    }

    @Test
    void theTypeOfAProblemLeadsToItsEntry() {
        given().get("/q/problems")
                .then()
                .statusCode(200)
                .body(containsString("id=\"not-found\""))
                .body(containsString("id=\"credits.increment\""));
        given().redirects()
                .follow(false)
                .get("/q/problems/not-found")
                .then()
                .statusCode(302)
                .header("Location", endsWith("/q/problems#not-found"));
    }

    @Test
    void anotherPageIsNotThere() {
        given().get("/q/problems/No..Problem").then().statusCode(404);
    }
}
