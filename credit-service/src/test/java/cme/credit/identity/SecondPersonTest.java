package cme.credit.identity;

import static cme.credit.Callers.board;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import cme.credit.People;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/// Nobody gets a second number by mistake.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class SecondPersonTest {
    private final String number =
            "00" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
    private final String other = "1" + number;
    private final String npi = People.anyNpi();
    private final String name = People.anyName();

    @Test
    void theNpiOfSomebodyElseIsRefusedUntilTheBoardInsists() {
        put(number, npi, "Ana", name, "01-02").statusCode(201);
        put(other, npi, "Jo", People.anyName(), "05-06")
                .statusCode(409)
                .body("type", endsWith("identity-looks-like"))
                .body("errors.code", contains("identity.looks-like"))
                .body("errors.pointer", contains("/npi"))
                .body("errors[0].detail", containsString(number));
        board().get("/v1/identities/" + other).then().statusCode(404);

        put(other + "?insist=true", npi, "Jo", name, "05-06").statusCode(400);
        put(other + "?reason=why", npi, "Jo", name, "05-06").statusCode(400);
        put(other + "?insist=true&reason=Twins", npi, "Jo", name, "05-06")
                .statusCode(201)
                .body("insistence", equalTo("Twins"));
        board().get("/v1/identities/" + other + "/revisions")
                .then()
                .body("items.insistence", contains("Twins"));
    }

    @Test
    void whatTheBoardInsistedOnIsNotAskedAgain() {
        put(number, npi, "Ana", name, "01-02").statusCode(201);
        put(other + "?insist=true&reason=Twins", npi, "Jo", name, null).statusCode(201);
        put(other, npi, "Jo", name, null).statusCode(200).body("revision", equalTo(1));
        board().header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(body(npi, "Joanna", name, null))
                .put("/v1/identities/" + other)
                .then()
                .statusCode(200)
                .body("insistence", nullValue());
    }

    @Test
    void aNumberThatDiffersByLeadingZerosOnlyIsRefused() {
        put(number, npi, "Ana", name, "01-02").statusCode(201);
        for (String lost : new String[] {number.substring(1), number.substring(2), "0" + number}) {
            put(lost, People.anyNpi(), "Jo", People.anyName(), "05-06")
                    .statusCode(409)
                    .body("errors.pointer", contains("/diplomateId"))
                    .body("errors[0].detail", containsString(number));
        }
    }

    @Test
    void theSameNameAndDayOfBirthIsRefused() {
        put(number, npi, "Ana", "Mü" + name + "-Garcia", "01-02").statusCode(201);
        put(other, null, "Ana Maria", "MUE" + name, "01-02")
                .statusCode(409)
                .body("errors.pointer", contains("/familyName"));
        put(other, null, null, "mu" + name + " garcia", "01-02").statusCode(409);
        put(other, null, "Jo", "mu" + name, "01-02").statusCode(201);
        put(other + "1", null, "Ana", "mu" + name, "01-03").statusCode(201);
        put(other + "2", null, "Ana", "mu" + name, null).statusCode(201);
    }

    @Test
    void aChangeThatMakesSomebodyLookLikeAnotherIsRefused() {
        People one = People.add(name);
        put(number, npi, "Ana", name, "01-02").statusCode(201);
        board().header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(body(npi, null, name, null))
                .put("/v1/identities/" + one.id())
                .then()
                .statusCode(409);
    }

    @Test
    void whoWasMergedIsNoSecondPerson() {
        People old = People.add(name);
        People now = People.add(name);
        board().contentType("application/json")
                .body("{\"into\":\"%s\",\"reason\":\"one person\"}".formatted(now.id()))
                .post("/v1/identities/" + old.id() + "/merge")
                .then()
                .statusCode(200);
        board().header("If-Match", "\"2\"")
                .contentType("application/json")
                .body(body(now.npi(), null, name, null))
                .put("/v1/identities/" + old.id())
                .then()
                .statusCode(200);
    }

    @Test
    void twoPeopleUnderOneNumberInOneFileAreBothRejected() {
        String rows = row(number, "", name) + row(other, "", name) + row(number, "", name + "x");
        for (String query : new String[] {"?dryRun=true", "", "?insist=true&reason=why"}) {
            imported(query, rows)
                    .body("results[0].errors.code", contains("identity.twice-in-file"))
                    .body("results[0].errors[0].detail", containsString("Row 3"))
                    .body("results[2].errors[0].detail", containsString("Row 1"));
        }
        board().get("/v1/identities/" + number).then().statusCode(404);
        board().get("/v1/identities/" + other).then().statusCode(200);
    }

    @Test
    void peopleOfOneFileWhoLookAlikeAreBothRejectedUntilTheBoardInsists() {
        String rows =
                row(number, npi, name)
                        + row(other, npi, People.anyName())
                        + row(other + "0", "", name)
                        + row(number.substring(2), "", People.anyName());
        for (String query : new String[] {"?dryRun=true", ""}) {
            imported(query, rows)
                    .body("results.outcome", contains("REJECTED", "REJECTED", "ADDED", "REJECTED"))
                    .body("results[0].errors.detail", hasItem(containsString(other)))
                    .body("results[1].errors[0].detail", containsString(number));
        }
        imported("", rows)
                .body("results.outcome", contains("REJECTED", "REJECTED", "UNCHANGED", "REJECTED"));
        String insist = "?insist=true&reason=Relatives";
        imported(insist, rows)
                .body("results.outcome", contains("ADDED", "ADDED", "UNCHANGED", "ADDED"));
        imported("", rows).body("unchanged", equalTo(4)).body("rejected", equalTo(0));
    }

    private static String row(String number, String npi, String name) {
        return "%s,%s,%s%n".formatted(number, npi, name);
    }

    private static ValidatableResponse imported(String query, String rows) {
        return board().contentType("text/csv")
                .body("diplomateId,npi,familyName\n" + rows)
                .post("/v1/identities/imports" + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse put(
            String path, String npi, String given, String family, String day) {
        return board().contentType("application/json")
                .body(body(npi, given, family, day))
                .put("/v1/identities/" + path)
                .then();
    }

    private static String body(String npi, String given, String family, String day) {
        return "{\"npi\":%s,\"givenName\":%s,\"familyName\":\"%s\",\"birthMonthDay\":%s}"
                .formatted(json(npi), json(given), family, json(day));
    }

    private static String json(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}
