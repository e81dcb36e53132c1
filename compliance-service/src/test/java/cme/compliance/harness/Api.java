package cme.compliance.harness;

import static cme.test.waiting.Waiting.await;
import static io.restassured.RestAssured.given;

import cme.test.stack.TestTokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/// Requests as callers of the service send them.
public final class Api {

    public static final String REBUILD = "/v1/projection/rebuild";

    static {
        RestAssured.enableLoggingOfRequestAndResponseIfValidationFails();
    }

    private Api() {}

    public static RequestSpecification board() {
        return as(TestTokens.board());
    }

    public static RequestSpecification diplomate(String id) {
        return as(TestTokens.diplomate(id));
    }

    public static RequestSpecification society(String provider) {
        return as(TestTokens.society(provider));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    /// Records a cycle or replaces the one there.
    public static Response putCycle(String id, String ruleSet, int startYear, String certifiedOn) {
        String body =
                """
                {"ruleSet":"%s","cycleStartYear":%d,"certifiedOn":"%s"}"""
                        .formatted(ruleSet, startYear, certifiedOn);
        return put(path(id, "cycle"), body);
    }

    /// Records something or replaces the one there.
    public static Response put(String path, String body) {
        Response answer = board().body(body).put(path);
        return answer.statusCode() == 428
                ? board().header("If-Match", "*").body(body).put(path)
                : answer;
    }

    /// Takes something back that has this revision; `*` for any.
    public static Response takeBack(String path, String revision) {
        return board().header("If-Match", revision.equals("*") ? "*" : '"' + revision + '"')
                .queryParam("reason", "by mistake")
                .delete(path);
    }

    public static Response status(String id) {
        return board().get(path(id, "status"));
    }

    /// Waits until no rebuild of the projection is running, and answers how the last one ended.
    public static Response awaitRebuilt() {
        return await().until(
                        () -> board().get(REBUILD),
                        answer -> !"RUNNING".equals(answer.path("state")));
    }

    public static String path(String id, String what) {
        return "/v1/diplomates/" + id + "/" + what;
    }
}
