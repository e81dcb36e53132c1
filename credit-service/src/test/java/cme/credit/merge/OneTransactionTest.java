package cme.credit.merge;

import static cme.credit.Callers.board;
import static cme.credit.merge.MergeCalls.merge;
import static cme.credit.merge.MergeCalls.path;
import static cme.credit.merge.MergeCalls.societyPosts;
import static cme.credit.merge.MergeCalls.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cme.credit.People;
import cme.credit.identity.FailingListener;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A change of a diplomate and everything that follows from it are one transaction.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class OneTransactionTest {
    @Inject FailingListener listener;
    @Inject Jdbi jdbi;

    private final String fresh = "F" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void nothingFailsAnyMore() {
        listener.recover();
    }

    @Test
    void aDiplomateWhoseHeldRowsCannotBeReleasedIsNotAdded() {
        String row = new People(fresh, "", "Novak").completion(UUID.randomUUID().toString());
        societyPosts(row).statusCode(202);
        listener.failFor(fresh);
        put("Novak", "").statusCode(500);
        importOne("Novak").statusCode(500);
        assertThat(board().get("/v1/identities/" + fresh).statusCode()).isEqualTo(404);
        assertThat(events(fresh)).isZero();
        societyPosts(row).statusCode(202);
        listener.recover();
        put("Novak", "").statusCode(201);
        assertThat(events(fresh)).isEqualTo(2);
        societyPosts(row).statusCode(200).body("diplomateId", equalTo(fresh));
    }

    @Test
    void aDiplomateIsNotChangedWhenAListenerFails() {
        put("Novak", "").statusCode(201);
        listener.failFor(fresh);
        put("Okafor", "\"1\"").statusCode(500);
        importOne("Okafor").statusCode(500);
        board().get("/v1/identities/" + fresh)
                .then()
                .header("ETag", equalTo("\"1\""))
                .body("familyName", equalTo("Novak"));
        assertThat(events(fresh)).isEqualTo(1);
    }

    @Test
    void aMergeOrItsWithdrawalThatFailsMovesNothing() {
        People maiden = People.add("Novak");
        People married = People.add("Okafor");
        String completion = maiden.post(UUID.randomUUID().toString());
        listener.failFor(maiden.id());
        merge(maiden, married).statusCode(500);
        assertThat(board().get(path(maiden)).statusCode()).isEqualTo(404);
        board().get("/v1/identities/" + maiden.id()).then().body("mergedInto", nullValue());
        owned(completion, maiden, 1);
        listener.recover();
        merge(maiden, married).statusCode(200);
        listener.failFor(maiden.id());
        withdraw(board(), maiden).statusCode(500);
        board().get(path(maiden)).then().body("status", equalTo("STANDING"));
        owned(completion, married, 2);
    }

    private static void owned(String completion, People owner, int revision) {
        board().get("/v1/completions/" + completion)
                .then()
                .body("diplomateId", equalTo(owner.id()))
                .body("revision", equalTo(revision));
    }

    private ValidatableResponse put(String familyName, String ifMatch) {
        return board().headers(ifMatch.isEmpty() ? Map.of() : Map.of("If-Match", ifMatch))
                .contentType("application/json")
                .body("{\"familyName\":\"%s\"}".formatted(familyName))
                .put("/v1/identities/" + fresh)
                .then();
    }

    private ValidatableResponse importOne(String familyName) {
        return board().contentType("text/csv")
                .body("diplomateId,familyName\n%s,%s\n".formatted(fresh, familyName))
                .post("/v1/identities/imports")
                .then();
    }

    private int events(String key) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("select count(*) from event_log where key = :key")
                                .bind("key", key)
                                .mapTo(int.class)
                                .one());
    }
}
