package cme.credit.merge;

import static cme.credit.Callers.board;
import static cme.credit.Callers.diplomate;
import static cme.credit.Callers.society;
import static cme.credit.merge.MergeCalls.into;
import static cme.credit.merge.MergeCalls.merge;
import static cme.credit.merge.MergeCalls.path;
import static cme.credit.merge.MergeCalls.post;
import static cme.credit.merge.MergeCalls.withdraw;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import cme.credit.People;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Merges that are refused.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class MergeRefusalTest {
    private People maiden = new People("", "", "");
    private People married = maiden;

    @BeforeEach
    void oneSurgeonHasTwoNumbers() {
        maiden = People.add("Novak");
        married = People.add("Okafor");
    }

    @Test
    void whoIsMergedAlreadyOrInACircleIsRefused() {
        People other = People.add("Other");
        merge(maiden, married).statusCode(200);
        merge(maiden, other).statusCode(409).body("type", endsWith("/already-merged"));
        merge(married, maiden).statusCode(409).body("type", endsWith("/merge-circle"));
        merge(other, maiden).statusCode(200).body("into", equalTo(married.id()));
        merge(married, other).statusCode(409).body("type", endsWith("/merge-circle"));
        merge(married, married).statusCode(400).body("errors.code", contains("merge.self"));
    }

    @Test
    void whatIsWrongIsNamed() {
        post(board(), path(maiden), "{\"to\":\"x\"}")
                .statusCode(400)
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        containsInAnyOrder(
                                "/into required", "/reason required", "/to unknown-field"));
        post(board(), path(maiden), "{\"into\":\"nobody\",\"reason\":\"x\"}")
                .statusCode(400)
                .body("errors.code", contains("diplomate.unknown"));
        post(board(), "/v1/identities/nobody/merge", into(married)).statusCode(404);
        post(board(), path(maiden) + "?dry=1", into(married)).statusCode(400);
        withdraw(board(), maiden).statusCode(404);
    }

    @Test
    void onlyTheBoardSaysWhoIsWhom() {
        RequestSpecification[] strangers = {society("ASPS"), diplomate(maiden.id())};
        assertThat(post(given(), path(maiden), into(married)).extract().statusCode())
                .isEqualTo(401);
        assertThat(withdraw(given(), maiden).extract().statusCode()).isEqualTo(401);
        assertThat(given().get(path(maiden)).statusCode()).isEqualTo(401);
        for (RequestSpecification stranger : strangers) {
            post(stranger, path(maiden), into(married)).statusCode(403);
            withdraw(stranger, maiden).statusCode(403);
            assertThat(stranger.get(path(maiden)).statusCode()).isEqualTo(403);
        }
    }
}
