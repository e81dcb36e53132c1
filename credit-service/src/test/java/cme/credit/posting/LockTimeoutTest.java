package cme.credit.posting;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import cme.credit.People;
import cme.credit.StrictProfile;
import cme.credit.identity.IdentityLock;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Somebody else is stuck with a lock that a request needs.
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@TestProfile(StrictProfile.class)
class LockTimeoutTest {
    @Inject Jdbi jdbi;

    private final String externalId = UUID.randomUUID().toString();
    private People person = new People("", "", "");
    private String id = "";

    @BeforeEach
    void aCompletionIsPosted() {
        person = People.add("Lock");
        id = person.post(UUID.randomUUID().toString());
    }

    @Test
    void aCorrectionOfALockedCompletionIsToBeTriedAgain() {
        jdbi.useTransaction(
                stuck -> {
                    stuck.execute("select from completion where id = ?::uuid for update", id);
                    unavailable(correct());
                });
        board().get("/v1/completions/" + id).then().body("revision", equalTo(1));
        correct().statusCode(200);
    }

    @Test
    void aPostingBehindAStuckChangeOfIdentitiesIsToBeTriedAgain() {
        jdbi.useTransaction(
                (Handle stuck) -> {
                    IdentityLock.forChanging(stuck);
                    unavailable(post());
                });
        post().statusCode(201);
    }

    private static void unavailable(ValidatableResponse answer) {
        answer.statusCode(503)
                .header("Retry-After", notNullValue())
                .contentType("application/problem+json")
                .body("type", endsWith("/unavailable"));
    }

    private ValidatableResponse post() {
        return society("ASPS")
                .contentType("application/json")
                .body(person.completion(externalId))
                .post("/v1/completions")
                .then();
    }

    private ValidatableResponse correct() {
        return society("ASPS")
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(
                        "{\"title\":\"Rounds\",\"completedOn\":\"2026-10-04\",\"credits\":1,\"reason\":\"Title\"}")
                .put("/v1/completions/" + id)
                .then();
    }
}
