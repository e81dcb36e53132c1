package cme.credit.operations;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;

import cme.credit.Callers;
import cme.stack.test.LocalStackResource;
import cme.stack.test.TestTokens;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Board and operations make anew and replay; what is in an event is the board's business alone.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class OperationsAccessTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/activity-copy/rebuild,                  true",
        "GET,  /v1/activity-copy/rebuild,                  true",
        "POST, /v1/publications/replay,       true",
        "GET,  /v1/publications/replay,       true",
        "GET,  /v1/activity-copy/dead-letters,             false",
        "GET,  /v1/activity-copy/dead-letters/999,         false",
        "POST, /v1/activity-copy/dead-letters/999/retry,   false",
        "POST, /v1/activity-copy/dead-letters/999/discard, false",
    })
    void eachOperationIsOpenToThoseItConcerns(String method, String path, boolean ops) {
        assertThat(ask(given(), method, path)).isEqualTo(401);
        assertThat(ask(as(TestTokens.expired()), method, path)).isEqualTo(401);
        assertThat(ask(as(TestTokens.tampered()), method, path)).isEqualTo(401);
        assertThat(ask(Callers.society("ASPS"), method, path)).isEqualTo(403);
        assertThat(ask(Callers.diplomate("012345"), method, path)).isEqualTo(403);
        assertThat(ask(Callers.board(), method, path)).isIn(200, 202, 404);
        if (ops) {
            assertThat(ask(as(TestTokens.ops()), method, path)).isIn(200, 202, 404);
        } else {
            assertThat(ask(as(TestTokens.ops()), method, path)).isEqualTo(403);
        }
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static int ask(RequestSpecification caller, String method, String path) {
        return caller.contentType("application/json")
                .body("{\"reason\": \"r\"}")
                .request(method, path)
                .statusCode();
    }
}
