package cme.credit.identity;

import static cme.credit.Callers.board;
import static cme.credit.Callers.diplomate;
import static cme.credit.Callers.society;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import cme.credit.Callers;
import cme.credit.People;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class IdentityListTest {
    private final String number =
            "00" + ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000);
    private final String letters = letters();

    @Test
    void aDiplomateIsFoundByTheBeginningOfAnyNameInAnySpelling() {
        Callers.putIdentity(
                number, "1090123450", "Ana", "Mü" + letters + "-van der Bø" + letters, "02-29");
        for (String text :
                new String[] {
                    "mu" + letters,
                    "MUE" + letters.substring(0, 9),
                    "Mü" + letters + "-Van",
                    "Bo" + letters,
                    "boe" + letters.substring(0, 8),
                    "van der Bø" + letters.substring(0, 8),
                    "Mü" + letters + ", Ana"
                }) {
            found(text).body("items.diplomateId", contains(number));
        }
        found("xmu" + letters).body("items", empty());
    }

    @Test
    void aDiplomateIsFoundByTheBeginningOfANumberAndByAnNpi() {
        People person = People.add(letters);
        Callers.putIdentity(number, person.npi(), "Ana", "Lopez", "02-29");
        found(number).body("items.diplomateId", contains(number));
        found(number.substring(0, 9)).body("items.diplomateId", contains(number));
        found(number.substring(2)).body("items.diplomateId", contains(number));
        found(person.npi()).body("items.diplomateId", contains(number, person.id()));
        found(person.id().toUpperCase(java.util.Locale.ROOT)).body("items", hasSize(1));
    }

    @Test
    void severalDiplomatesAreListedByTheirNumbers() {
        People one = People.add(letters);
        People other = People.add(letters);
        board().queryParam("id", other.id() + ",nobody," + one.id())
                .get("/v1/identities")
                .then()
                .statusCode(200)
                .body("items.diplomateId", containsInAnyOrder(one.id(), other.id()));
    }

    @Test
    void everyoneIsListedInPages() {
        for (int i = 1; i <= 3; i++) {
            Callers.putIdentity(number + "-" + i, "1090123450", "Ana", letters, "02-29");
        }
        String next =
                found(letters + "&limit=2")
                        .body("items.diplomateId", contains(number + "-1", number + "-2"))
                        .body("items.familyName", everyItem(equalTo(letters)))
                        .extract()
                        .path("nextCursor");
        found(letters + "&limit=2&cursor=" + next)
                .body("items.diplomateId", contains(number + "-3"))
                .body("nextCursor", equalTo(null));
        board().get("/v1/identities?limit=2").then().statusCode(200).body("items", hasSize(2));
    }

    @Test
    void aSearchIsNoQueryLanguage() {
        for (String text : new String[] {"'", "\\", "a' | 'b", "%", "*", ":*", "!", "日本"}) {
            board().queryParam("q", text).get("/v1/identities").then().statusCode(200);
        }
        assertThat(board().get("/v1/identities?name=x").statusCode()).isEqualTo(400);
        assertThat(board().get("/v1/identities?cursor=%00").statusCode()).isEqualTo(400);
    }

    @Test
    void everyRevisionOfADiplomateStays() {
        People person = People.add(letters);
        put(person, "{\"familyName\":\"Novak\"}", "\"1\"");
        board().contentType("text/csv")
                .body("diplomateId,familyName\n" + person.id() + ",Lopez\n")
                .post("/v1/identities/imports")
                .then()
                .statusCode(200);
        String path = "/v1/identities/" + person.id() + "/revisions";
        board().get(path)
                .then()
                .statusCode(200)
                .body("items.revision", contains(1, 2, 3))
                .body("items.familyName", contains(letters, "Novak", "Lopez"))
                .body("items.npi", contains(person.npi(), null, null))
                .body("items.updatedBy", everyItem(notNullValue()))
                .body("items.updatedAt", everyItem(notNullValue()))
                .body("nextCursor", equalTo(null));
        String next = board().get(path + "?limit=2").then().extract().path("nextCursor");
        board().get(path + "?limit=2&cursor=" + next).then().body("items.revision", contains(3));
        assertThat(board().get(path + "?cursor=x").statusCode()).isEqualTo(400);
    }

    @Test
    void revisionsAreTheDiplomatesOwnAndTheBoards() {
        String path = "/v1/identities/" + People.add(letters).id() + "/revisions";
        String id = path.split("/")[3];
        assertThat(diplomate(id).get(path).statusCode()).isEqualTo(200);
        assertThat(diplomate("012345").get(path).statusCode()).isEqualTo(403);
        assertThat(society("ASPS").get(path).statusCode()).isEqualTo(403);
        assertThat(board().get("/v1/identities/none/revisions").statusCode()).isEqualTo(404);
        assertThat(society("ASPS").get("/v1/identities").statusCode()).isEqualTo(403);
        assertThat(diplomate(id).get("/v1/identities").statusCode()).isEqualTo(403);
        assertThat(diplomate(id).get("/v1/identities/" + id).statusCode()).isEqualTo(200);
        assertThat(diplomate(id).get("/v1/identities/012345").statusCode()).isEqualTo(403);
    }

    private static ValidatableResponse found(String query) {
        return board().get("/v1/identities?q=" + query).then().statusCode(200);
    }

    private static void put(People person, String body, String seen) {
        board().contentType("application/json")
                .header("If-Match", seen)
                .body(body)
                .put("/v1/identities/" + person.id())
                .then()
                .statusCode(200);
    }

    /// Part of a family name that nobody else has.
    private static String letters() {
        StringBuilder name = new StringBuilder("q");
        for (int i = 0; i < 9; i++) {
            name.append((char) ('a' + ThreadLocalRandom.current().nextInt(26)));
        }
        return name.toString();
    }
}
