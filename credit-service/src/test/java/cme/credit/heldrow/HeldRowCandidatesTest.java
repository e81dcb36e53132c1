package cme.credit.heldrow;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import cme.credit.Callers;
import cme.credit.People;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class HeldRowCandidatesTest {
    private final String family = letters();
    private final String number =
            "00" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);

    @Test
    void aNumberWithoutItsZerosFindsItsDiplomate() {
        Callers.putIdentity(number, "1090123450", "Ana", family, "03-14");
        held("\"diplomateId\":\"" + number.substring(2) + "\"", family, "03-14")
                .body("reason", equalTo("NO_MATCH"))
                .body("candidates", hasSize(1))
                .body("candidates[0].diplomateId", equalTo(number))
                .body("candidates[0].givenName", equalTo("Ana"))
                .body("candidates[0].familyName", equalTo(family))
                .body("candidates[0].agrees", contains("familyName", "birthMonthDay"))
                .body("candidates[0].differs", contains("diplomateId"));
    }

    @Test
    void whoAgreesInMoreComesFirst() {
        People named = People.add(family);
        People numbered = People.add(letters());
        held("\"diplomateId\":\"" + numbered.id() + "\"", family, "03-14")
                .body("reason", equalTo("IDENTITY_DIFFERS"))
                .body("candidates.diplomateId", contains(numbered.id(), named.id()))
                .body("candidates[0].agrees", contains("diplomateId"))
                .body("candidates[0].differs", contains("familyName"))
                .body("candidates[1].agrees", contains("familyName"))
                .body("candidates[1].differs", contains("diplomateId"));
    }

    @Test
    void twoNumbersOfTwoDiplomatesShowBoth() {
        People one = People.add(family);
        People other = People.add(family);
        held(
                        "\"diplomateId\":\"%s\",\"npi\":\"%s\"".formatted(one.id(), other.npi()),
                        family,
                        "03-14")
                .body("reason", equalTo("MULTIPLE_MATCHES"))
                .body("candidates.diplomateId", containsInAnyOrder(one.id(), other.id()))
                .body("candidates.differs.flatten()", hasItems("diplomateId", "npi"));
    }

    @Test
    void aPersonOfTwoNumbersIsOneCandidateUnderTheRemainingOne() {
        People old = People.add(family);
        People remaining = People.add(letters());
        board().contentType("application/json")
                .body("{\"into\":\"%s\",\"reason\":\"one person\"}".formatted(remaining.id()))
                .post("/v1/identities/" + old.id() + "/merge")
                .then()
                .statusCode(200);
        held(
                        "\"diplomateId\":\"%s\",\"npi\":\"%s\""
                                .formatted(old.id(), remaining.npi()),
                        letters(),
                        "03-14")
                .body("candidates", hasSize(1))
                .body("candidates[0].diplomateId", equalTo(remaining.id()))
                .body("candidates[0].familyName", equalTo(remaining.familyName()))
                .body("candidates[0].agrees", contains("diplomateId", "npi"))
                .body("candidates[0].differs", contains("familyName"));
    }

    @Test
    void thereAreTwentyCandidatesAtMost() {
        StringBuilder table = new StringBuilder("diplomateId,familyName\n");
        for (int i = 0; i < 30; i++) {
            table.append(number).append('-').append(i).append(',').append(family).append('\n');
        }
        board().contentType("text/csv")
                .body(table.toString())
                .post("/v1/identities/imports")
                .then()
                .statusCode(200);
        held("\"diplomateId\":\"none\"", family, "03-14")
                .body("candidates", hasSize(20))
                .body("candidates.agrees", everyItem(hasItem("familyName")));
    }

    private static ValidatableResponse held(String numbers, String family, String day) {
        String row =
                society("ASPS")
                        .contentType("application/json")
                        .body(
                                """
                                {"externalId":"%s",%s,"familyName":"%s","birthMonthDay":"%s",
                                 "title":"Grand rounds","completedOn":"2026-10-04","credits":1}
                                """
                                        .formatted(UUID.randomUUID(), numbers, family, day))
                        .post("/v1/completions")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("heldRow");
        return board().get("/v1/held-rows/" + row).then().statusCode(200);
    }

    /// A family name that nobody else has.
    private static String letters() {
        StringBuilder name = new StringBuilder("Q");
        for (int i = 0; i < 14; i++) {
            name.append((char) ('a' + ThreadLocalRandom.current().nextInt(26)));
        }
        return name.toString();
    }
}
