package cme.credit.matching;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static cme.credit.matching.Asking.born;
import static cme.credit.matching.Asking.match;
import static cme.credit.matching.Asking.post;
import static cme.credit.matching.Asking.roster;
import static cme.credit.matching.Asking.row;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import cme.credit.Callers;
import cme.credit.People;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A society posts rows with a day of birth that it guesses, and waits for the person to become
/// known or to be changed.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class HeldGuessesTest {
    private static final String RIGHT = "11-23";

    @Test
    void aRightPostingAfterFiveContradictionsWaitsAlsoWhenTheIdentityChanges() {
        People person = born(RIGHT);
        // Not by postings, which would be guesses themselves.
        for (String guess : Asking.DAYS.subList(0, 5)) {
            match("ASPS", person, guess);
        }
        String held =
                post("ASPS", row(person.id(), person.familyName(), RIGHT))
                        .statusCode(202)
                        .extract()
                        .path("heldRow");
        change(person);
        society("ASPS")
                .get("/v1/held-rows/" + held)
                .then()
                .body("state", equalTo("WAITING"))
                .body("reason", equalTo("NO_MATCH"));
        board().get("/v1/held-rows/" + held)
                .then()
                .body("state", equalTo("WAITING"))
                .body("reason", equalTo("NEEDS_REVIEW"));
    }

    @Test
    void heldRowsOfEveryDayFindNoBirthdayWhenThePersonBecomesKnown() {
        var person = new People(anyNumber(), People.anyNpi(), People.anyName());
        String roster = heldRoster(person, Asking.DAYS);
        known(person);
        assertThatAllWait(roster, 366);
        // Nor when it is changed once more.
        change(person);
        assertThatAllWait(roster, 366);
    }

    @Test
    void aFewMistypedDaysAreReleasedWhenThePersonBecomesKnown() {
        var person = new People(anyNumber(), People.anyNpi(), People.anyName());
        var days = new ArrayList<>(Asking.DAYS.subList(0, 4));
        days.add(RIGHT);
        String roster = heldRoster(person, days);
        known(person);
        rows(roster, "RECORDED").body("items.size()", equalTo(1));
        rows(roster, "HELD").body("items.reason", everyItem(equalTo("IDENTITY_DIFFERS")));
    }

    private static void known(People person) {
        Callers.putIdentity(person.id(), person.npi(), "Ada", person.familyName(), RIGHT);
    }

    /// Changes something that no row names.
    private static void change(People person) {
        board().header("If-Match", "*")
                .contentType("application/json")
                .body(
                        "{\"npi\":\"%s\",\"givenName\":\"Augusta\",\"familyName\":\"%s\",\"birthMonthDay\":\"%s\"}"
                                .formatted(person.npi(), person.familyName(), RIGHT))
                .put("/v1/identities/" + person.id() + "?insist=true&reason=test")
                .then()
                .statusCode(200);
    }

    private static String heldRoster(People person, List<String> days) {
        List<String> rows =
                days.stream().map(day -> row(person.id(), person.familyName(), day)).toList();
        return roster("ASPS", rows, false)
                .statusCode(201)
                .body("held", equalTo(days.size()))
                .extract()
                .path("id");
    }

    private static ValidatableResponse rows(String roster, String outcome) {
        return society("ASPS")
                .get("/v1/rosters/%s/rows?limit=500&outcome=%s".formatted(roster, outcome))
                .then()
                .statusCode(200);
    }

    private static void assertThatAllWait(String roster, int rows) {
        rows(roster, "RECORDED").body("items.size()", equalTo(0));
        rows(roster, "HELD")
                .body("items.size()", equalTo(rows))
                .body("items.reason", everyItem(equalTo("NO_MATCH")));
    }

    private static String anyNumber() {
        return "N" + UUID.randomUUID().toString().substring(0, 8);
    }
}
