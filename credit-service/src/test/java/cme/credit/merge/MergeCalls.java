package cme.credit.merge;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;

import cme.credit.People;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/// The requests that tests of merges send.
final class MergeCalls {
    private MergeCalls() {}

    static String path(People person) {
        return "/v1/identities/" + person.id() + "/merge";
    }

    static String into(People person) {
        return "{\"into\":\"%s\",\"reason\":\"Married in 2019\"}".formatted(person.id());
    }

    static String diplomateOf(People person) {
        return "{\"diplomateId\":\"" + person.id() + "\"}";
    }

    static ValidatableResponse merge(People merged, People into) {
        return post(board(), path(merged), into(into));
    }

    static ValidatableResponse withdraw(RequestSpecification caller, People merged) {
        return post(caller, path(merged) + "/withdrawal", "{\"reason\":\"Two people after all\"}");
    }

    static ValidatableResponse societyPosts(String completion) {
        return post(society("ASPS"), "/v1/completions", completion);
    }

    static ValidatableResponse post(RequestSpecification caller, String path, String body) {
        return caller.contentType("application/json").body(body).post(path).then();
    }
}
