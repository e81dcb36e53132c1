package cme.credit.merge;

import static cme.credit.Callers.board;
import static cme.credit.Callers.diplomate;
import static cme.credit.Callers.society;
import static cme.credit.merge.MergeCalls.diplomateOf;
import static cme.credit.merge.MergeCalls.into;
import static cme.credit.merge.MergeCalls.merge;
import static cme.credit.merge.MergeCalls.path;
import static cme.credit.merge.MergeCalls.post;
import static cme.credit.merge.MergeCalls.societyPosts;
import static cme.credit.merge.MergeCalls.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cme.credit.People;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class MergeTest {
    private People maiden = new People("", "", "");
    private People married = maiden;
    private String first = "";
    private String second = "";

    @BeforeEach
    void oneSurgeonHasTwoNumbers() {
        maiden = People.add("Novak");
        married = People.add("Okafor");
        first = maiden.post(UUID.randomUUID().toString());
        second = married.post(UUID.randomUUID().toString());
    }

    @Test
    void everythingBecomesTheOnesWhoRemains() {
        merge(maiden, married)
                .statusCode(200)
                .body("status", equalTo("STANDING"))
                .body("dryRun", equalTo(false))
                .body("completions.completion", contains(first));
        board().get("/v1/completions?diplomate=" + married.id())
                .then()
                .body("items.id", containsInAnyOrder(first, second));
        board().get("/v1/completions/" + first + "/revisions")
                .then()
                .body("items.diplomateId", contains(maiden.id(), married.id()))
                .body(
                        "items[1].reason",
                        equalTo("%s merged into %s".formatted(maiden.id(), married.id())));
        board().get("/v1/identities/" + maiden.id())
                .then()
                .header("ETag", equalTo("\"2\""))
                .body("mergedInto", equalTo(married.id()));
        board().get("/v1/identities/" + married.id()).then().body("mergedInto", nullValue());
        board().get(path(maiden))
                .then()
                .body("into", equalTo(married.id()))
                .body("reason", equalTo("Married in 2019"));
    }

    @Test
    void theSameMergeAgainChangesNothing() {
        String at = merge(maiden, married).extract().path("recordedAt");
        merge(maiden, married)
                .statusCode(200)
                .body("recordedAt", equalTo(at))
                .body("completions.completion", contains(first));
        board().get("/v1/completions/" + first).then().body("revision", equalTo(2));
    }

    @Test
    void aDryRunListsWhatItTouchesAndChangesNothing() {
        post(board(), path(maiden) + "?dryRun=true", into(married))
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("completions.completion", contains(first));
        board().get("/v1/completions/" + first)
                .then()
                .body("revision", equalTo(1))
                .body("diplomateId", equalTo(maiden.id()));
        board().get("/v1/identities/" + maiden.id()).then().body("mergedInto", nullValue());
        assertThat(board().get(path(maiden)).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsPostedForEitherNumberAndNameGoesToTheOneWhoRemains() {
        merge(maiden, married).statusCode(200);
        String posted = maiden.completion(UUID.randomUUID().toString());
        societyPosts(posted).statusCode(201).body("diplomateId", equalTo(married.id()));
        societyPosts(
                        posted.replace("Novak", "Okafor")
                                .replace("Grand rounds", "Other rounds")
                                .replaceFirst("[0-9a-f-]{36}", UUID.randomUUID().toString()))
                .statusCode(201)
                .body("diplomateId", equalTo(married.id()));
        post(
                        society("ASPS"),
                        "/v1/identities/match",
                        "{\"npi\":\"%s\",\"diplomateId\":\"%s\",\"familyName\":\"Novak\"}"
                                .formatted(maiden.npi(), married.id()))
                .body("diplomateId", equalTo(married.id()));
    }

    @Test
    void rowsThatWereHeldBecauseTheyNamedBothFindTheirDiplomate() {
        String held =
                maiden.completion(UUID.randomUUID().toString())
                        .replace(
                                "\"familyName\"",
                                "\"npi\":\"" + married.npi() + "\",\"familyName\"");
        String row =
                societyPosts(held)
                        .statusCode(202)
                        .body("outcome", equalTo("HELD"))
                        .body("reason", equalTo("IDENTITY_DIFFERS"))
                        .extract()
                        .path("heldRow");
        post(board(), path(maiden) + "?dryRun=true", into(married))
                .body("heldRowsRecorded", equalTo(1));
        merge(maiden, married).body("heldRowsRecorded", equalTo(1));
        societyPosts(held).statusCode(200).body("diplomateId", equalTo(married.id()));
        post(board(), "/v1/held-rows/" + row + "/resolution", diplomateOf(maiden))
                .statusCode(200)
                .body("outcome", equalTo("RECORDED"));
    }

    @Test
    void theBoardCanResolveAHeldRowToAnOldNumber() {
        merge(maiden, married).statusCode(200);
        String row =
                societyPosts(maiden.completion(UUID.randomUUID().toString()).replace("Novak", "X"))
                        .statusCode(202)
                        .extract()
                        .path("heldRow");
        String id =
                post(board(), "/v1/held-rows/" + row + "/resolution", diplomateOf(maiden))
                        .statusCode(200)
                        .extract()
                        .path("completion");
        board().get("/v1/completions/" + id).then().body("diplomateId", equalTo(married.id()));
    }

    @Test
    void whoWasMergedReadsTheirTranscriptUnderEitherNumber() {
        merge(maiden, married).statusCode(200);
        for (People token : new People[] {maiden, married}) {
            for (People asked : new People[] {maiden, married}) {
                diplomate(token.id())
                        .get("/v1/transcripts/" + asked.id())
                        .then()
                        .statusCode(200)
                        .body("diplomateId", equalTo(married.id()))
                        .body("items.completion", containsInAnyOrder(first, second));
            }
            diplomate(token.id())
                    .get("/v1/completions/" + first + "/revisions")
                    .then()
                    .body("items", hasSize(2));
            assertThat(diplomate(token.id()).get("/v1/completions/" + first).statusCode())
                    .isEqualTo(200);
        }
        assertThat(diplomate("012345").get("/v1/transcripts/" + maiden.id()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aWithdrawnMergeGivesBackExactlyWhatItMoved() {
        merge(maiden, married).statusCode(200);
        withdraw(board(), maiden)
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("reason", equalTo("Two people after all"))
                .body("completions.completion", contains(first));
        withdraw(board(), maiden).statusCode(200).body("completions.completion", contains(first));
        board().get("/v1/completions/" + first)
                .then()
                .body("revision", equalTo(3))
                .body("diplomateId", equalTo(maiden.id()))
                .body("reason", endsWith("withdrawn"));
        board().get("/v1/completions/" + second).then().body("revision", equalTo(1));
        board().get("/v1/identities/" + maiden.id()).then().body("mergedInto", nullValue());
        assertThat(diplomate(maiden.id()).get("/v1/transcripts/" + married.id()).statusCode())
                .isEqualTo(403);
        merge(maiden, married).statusCode(200).body("completions.completion", contains(first));
    }

    @Test
    void whatWasGivenToSomebodyElseSinceStaysTheirs() {
        merge(maiden, married).statusCode(200);
        People third = People.add("Third");
        board().header("If-Match", "\"2\"")
                .contentType("application/json")
                .body(
                        third.completion("x")
                                .replace("\"externalId\":\"x\"", "\"reason\":\"Mistaken\""))
                .put("/v1/completions/" + first)
                .then()
                .statusCode(200);
        withdraw(board(), maiden).statusCode(200).body("completions", empty());
        board().get("/v1/completions/" + first).then().body("diplomateId", equalTo(third.id()));
    }

    @Test
    void aChainOfMergesEndsAtTheLastAndIsUndoneInAnyOrder() {
        People last = People.add("Last");
        String third = last.post(UUID.randomUUID().toString());
        merge(maiden, married).statusCode(200);
        merge(married, last)
                .statusCode(200)
                .body("completions.completion", containsInAnyOrder(first, second));
        board().get("/v1/identities/" + maiden.id()).then().body("mergedInto", equalTo(last.id()));
        owners(last, last, last, third);
        withdraw(board(), maiden).body("completions.completion", contains(first));
        owners(maiden, last, last, third);
        withdraw(board(), married).body("completions.completion", contains(second));
        owners(maiden, married, last, third);
        merge(maiden, married).statusCode(200);
        merge(married, last).statusCode(200);
        withdraw(board(), married)
                .body("completions.completion", containsInAnyOrder(first, second));
        owners(married, married, last, third);
        board().get("/v1/identities/" + maiden.id())
                .then()
                .body("mergedInto", equalTo(married.id()));
    }

    private void owners(People ofFirst, People ofSecond, People ofThird, String third) {
        String[] ids = {first, second, third};
        People[] owners = {ofFirst, ofSecond, ofThird};
        for (int i = 0; i < ids.length; i++) {
            board().get("/v1/completions/" + ids[i])
                    .then()
                    .body("diplomateId", equalTo(owners[i].id()));
        }
    }
}
