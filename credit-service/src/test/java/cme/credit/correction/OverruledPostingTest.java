package cme.credit.correction;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import cme.credit.CatalogEvents;
import cme.credit.People;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A posting that the board overruled is not recorded when it is posted again under another name
/// (domain, section 4, "The board's word stands").
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class OverruledPostingTest {
    private static final String HEADER =
            "externalId,diplomateId,familyName,title,completedOn,session,credits\n";

    @Inject CatalogEvents catalog;

    private final String name = UUID.randomUUID().toString();
    private People person = new People("", "", "");
    private String completion = "";

    @BeforeEach
    void aCompletionIsPosted() {
        catalog.publishSamples();
        person = People.add(People.anyName());
        completion = person.post(name);
    }

    @Test
    void whatTheBoardWithdrewWaitsForTheBoardWhenItIsPostedUnderAnotherName() {
        withdraw(board(), completion, 1).statusCode(200);
        String held =
                post(society("ASPS"), person.completion(name + "-2"))
                        .statusCode(202)
                        .body("reason", equalTo("NEEDS_REVIEW"))
                        .body("notices.code", contains("board-decided"))
                        .body("notices[0].detail", containsString(name))
                        .extract()
                        .path("heldRow");
        board().get("/v1/held-rows/" + held).then().body("overruled", equalTo(name));
        resolve(held, "{\"diplomateId\":\"%s\"}".formatted(person.id()));
        society("ASPS")
                .get("/v1/completions?externalId=" + name + "-2")
                .then()
                .body("items.status", contains("RECORDED"));
    }

    @Test
    void aFoldedTitleAndASessionOfTheDayAreTheSame() {
        withdraw(board(), completion, 1).statusCode(200);
        String other = person.completion(name + "-2");
        post(society("ASPS"), other.replace("Grand rounds", "GRAND \u200b rounds!"))
                .statusCode(202);
        post(
                        society("ASPS"),
                        person.completion(name + "-3")
                                .replace("\"credits\":1", "\"session\":\"B\",\"credits\":2"))
                .statusCode(202);
        post(
                        society("ASPS"),
                        person.completion(name + "-4").replace("Grand rounds", "Small rounds"))
                .statusCode(201);
        post(society("ASPS"), person.completion(name + "-5").replace("10-04", "10-05"))
                .statusCode(201);
        post(society("ASAPS"), person.completion(name + "-6")).statusCode(201);
        post(board(), person.completion(name + "-7")).statusCode(201);
    }

    @Test
    void anotherSessionAndATitleOfAnActivityWaitForTheBoardToo() {
        String course = person.completion(name + "-2").replace("10-04", "10-07");
        String session = course.replace("\"credits\":1", "\"session\":\"A\",\"credits\":2");
        String withdrawn = post(society("ASPS"), session).statusCode(201).extract().path("id");
        withdraw(board(), withdrawn, 1).statusCode(200);
        post(
                        society("ASPS"),
                        session.replace(name + "-2", name + "-3")
                                .replace("\"session\":\"A\"", "\"session\":\"B\""))
                .statusCode(202)
                .body("reason", equalTo("NEEDS_REVIEW"));
        post(
                        society("ASPS"),
                        course.replace(name + "-2", name + "-4")
                                .replace(
                                        "\"title\":\"Grand rounds\"",
                                        "\"activity\":\"ASPS-VTE-PREVENTION\""))
                .statusCode(202)
                .body("notices.code", hasItem("board-decided"));
    }

    @Test
    void whatTheBoardGaveToSomebodyElseIsNotPostedAgainForTheFirst() {
        People other = People.add(People.anyName());
        correct(
                        board(),
                        completion,
                        1,
                        ",\"diplomateId\":\"%s\",\"familyName\":\"%s\""
                                .formatted(other.id(), other.familyName()))
                .statusCode(200);
        post(society("ASPS"), person.completion(name + "-2")).statusCode(202);
        post(society("ASPS"), other.completion(name + "-3"))
                .statusCode(201)
                .body("notices.code", contains("counts-once"));
    }

    @Test
    void theOtherNumberOfTheSamePersonIsTheSame() {
        withdraw(board(), completion, 1).statusCode(200);
        People before = People.add(People.anyName());
        merge(before, person);
        post(society("ASPS"), before.completion(name + "-2")).statusCode(202);
        People after = People.add(People.anyName());
        merge(person, after);
        post(society("ASPS"), person.completion(name + "-3")).statusCode(202);
        post(society("ASPS"), after.completion(name + "-4")).statusCode(202);
    }

    @Test
    void aRosterSaysSoForItsRowsAlsoWhenItIsOnlyTried() {
        String first =
                table("-a", person.id(), "")
                        + table("-b", person.id(), "B").substring(HEADER.length());
        String roster = roster(first, "-1", "").statusCode(201).extract().path("id");
        board().contentType("application/json")
                .body("{\"reason\":\"Nobody attended\"}")
                .post("/v1/rosters/" + roster + "/withdrawal")
                .then()
                .statusCode(200)
                .body("withdrawn", equalTo(2));
        String again = first.replace(name + "-a", name + "-c").replace(name + "-b", name + "-d");
        for (String dryRun : new String[] {"&dryRun=true", ""}) {
            roster(again, "-2", dryRun)
                    .body("recorded", equalTo(0))
                    .body("held", equalTo(2))
                    .body("results.reason", everyItem(equalTo("NEEDS_REVIEW")))
                    .body("results.notices.code", everyItem(contains("board-decided")));
        }
        roster(first, "-1", "&reinstate=true")
                .body("reinstated", equalTo(0))
                .body("results.reason", everyItem(equalTo("board-decided")));
        society("ASPS")
                .contentType("application/json")
                .body(
                        "{\"externalId\":\"%s-json\",\"rows\":[%s]}"
                                .formatted(
                                        name,
                                        person.completion(name + "-e").replace("10-04", "10-06")))
                .post("/v1/rosters")
                .then()
                .body("results.reason", everyItem(equalTo("NEEDS_REVIEW")))
                .body("held", equalTo(1));
    }

    @Test
    void aRowWhosePersonBecomesKnownLaterWaitsToo() {
        String number = "L" + UUID.randomUUID().toString().substring(0, 8);
        String unknown = person.completion(name + "-2").replace(person.id(), number);
        String held =
                post(society("ASPS"), unknown)
                        .statusCode(202)
                        .body("reason", equalTo("NO_MATCH"))
                        .extract()
                        .path("heldRow");
        withdraw(board(), completion, 1).statusCode(200);
        board().contentType("application/json")
                .body("{\"familyName\":\"%s\"}".formatted(person.familyName()))
                .put("/v1/identities/" + number)
                .then()
                .statusCode(201);
        board().get("/v1/held-rows/" + held).then().body("state", equalTo("RECORDED"));

        String other = person.completion(name + "-3").replace(person.id(), number + "x");
        String waiting =
                post(
                                society("ASPS"),
                                other.replace(
                                                "\"familyName\"",
                                                "\"npi\":\"%s\",\"familyName\""
                                                        .formatted(person.npi()))
                                        .replace(person.familyName(), "Somebody"))
                        .statusCode(202)
                        .body("reason", equalTo("IDENTITY_DIFFERS"))
                        .extract()
                        .path("heldRow");
        board().header("If-Match", "\"1\"")
                .contentType("application/json")
                .body("{\"npi\":\"%s\",\"familyName\":\"Somebody\"}".formatted(person.npi()))
                .put("/v1/identities/" + person.id())
                .then()
                .statusCode(200);
        board().get("/v1/held-rows/" + waiting)
                .then()
                .body("state", equalTo("WAITING"))
                .body("reason", equalTo("NEEDS_REVIEW"));
    }

    @Test
    void aRowThatTheBoardDiscardedIsNotRecordedUnderAnotherNameOrWithOtherCredits() {
        String number = "D" + UUID.randomUUID().toString().substring(0, 8);
        String row = person.completion(name + "-2").replace(person.id(), number);
        String held = post(society("ASPS"), row).statusCode(202).extract().path("heldRow");
        resolve(held, "{\"discard\":true,\"reason\":\"Nobody of ours\"}");
        board().contentType("application/json")
                .body("{\"familyName\":\"%s\"}".formatted(person.familyName()))
                .put("/v1/identities/" + number)
                .then()
                .statusCode(201);
        post(society("ASPS"), row)
                .statusCode(400)
                .body("errors.code", contains("held-row.discarded"));
        post(society("ASPS"), row.replace("\"credits\":1", "\"credits\":2"))
                .statusCode(202)
                .body("reason", equalTo("NEEDS_REVIEW"))
                .body("notices.code", contains("board-decided"));
        post(society("ASPS"), row.replace(name + "-2", name + "-3")).statusCode(202);
        post(society("ASPS"), row.replace(name + "-2", name + "-4").replace("Grand", "Small"))
                .statusCode(201);
    }

    @Test
    void whatTheBoardWithdrewAfterItsPosterIsTheBoardsWordToo() {
        withdraw(society("ASPS"), completion, 1).statusCode(200);
        withdraw(board(), completion, 2).statusCode(200);
        post(society("ASPS"), person.completion(name + "-2")).statusCode(202);
    }

    @Test
    void whatTheBoardGaveToSomebodyElseIsNotPostedAgainForThePersonWhomTheRowNamed() {
        People other = People.add(People.anyName());
        String row = person.completion(name + "-2").replace("Grand", "Hand");
        String held =
                post(society("ASPS"), row.replace(person.familyName(), "Somebody"))
                        .statusCode(202)
                        .body("reason", equalTo("IDENTITY_DIFFERS"))
                        .extract()
                        .path("heldRow");
        resolve(held, "{\"diplomateId\":\"%s\"}".formatted(other.id()));
        post(society("ASPS"), row.replace(name + "-2", name + "-3")).statusCode(202);
        post(society("ASPS"), other.completion(name + "-4").replace("Grand", "Hand"))
                .statusCode(201)
                .body("notices.code", contains("counts-once"));
    }

    @Test
    void anotherCompletionIsNotMadeToSayTheSame() {
        withdraw(board(), completion, 1).statusCode(200);
        String other =
                post(society("ASPS"), person.completion(name + "-2").replace("Grand", "Small"))
                        .statusCode(201)
                        .extract()
                        .path("id");
        correct(society("ASPS"), other, 1, "")
                .statusCode(409)
                .body("type", endsWith("/board-decided"));
        correct(board(), other, 1, "").statusCode(200);
    }

    @Test
    void aSecondPostingOfTheSameIsNotPutBackInItsPlace() {
        String second = post(society("ASPS"), person.completion(name + "-2")).extract().path("id");
        withdraw(society("ASPS"), second, 1).statusCode(200);
        withdraw(board(), completion, 1).statusCode(200);
        correct(society("ASPS"), second, 2, "").statusCode(409);
        society("ASPS")
                .contentType("application/json")
                .body(person.completion(name + "-2"))
                .post("/v1/completions?reinstate=true")
                .then()
                .statusCode(409)
                .body("type", endsWith("/board-decided"));
        board().get("/v1/completions/" + second).then().body("status", equalTo("WITHDRAWN"));
    }

    @Test
    void whatTheBoardPutBackStandsAgain() {
        withdraw(board(), completion, 1).statusCode(200);
        correct(board(), completion, 2, "").statusCode(200);
        post(society("ASPS"), person.completion(name + "-2"))
                .statusCode(201)
                .body("notices.code", contains("counts-once"));
    }

    @Test
    void aSeparationLeavesWithThePosterWhatTheMergeAloneHadMoved() {
        People other = People.add(People.anyName());
        String decided = person.post(name + "-2");
        correct(board(), decided, 1, ",\"category\":\"AMA_PRA_1\"").statusCode(200);
        merge(person, other);
        withdraw(society("ASPS"), completion, 2).statusCode(409);
        board().contentType("application/json")
                .body("{\"reason\":\"Two people after all\"}")
                .post("/v1/identities/" + person.id() + "/merge/withdrawal")
                .then()
                .statusCode(200)
                .body("completions.completion", hasItem(completion));
        withdraw(society("ASPS"), completion, 3).statusCode(200);
        withdraw(society("ASPS"), decided, 4).statusCode(409);
        post(society("ASPS"), other.completion(name + "-3")).statusCode(201);
    }

    private static void merge(People merged, People into) {
        board().contentType("application/json")
                .body("{\"into\":\"%s\",\"reason\":\"One person\"}".formatted(into.id()))
                .post("/v1/identities/" + merged.id() + "/merge")
                .then()
                .statusCode(200);
    }

    private String table(String suffix, String number, String session) {
        return HEADER
                + "%s%s,%s,%s,Grand rounds,2026-10-06,%s,1\n"
                        .formatted(name, suffix, number, person.familyName(), session);
    }

    private ValidatableResponse roster(String csv, String suffix, String more) {
        return society("ASPS")
                .contentType("text/csv")
                .body(csv)
                .post("/v1/rosters?externalId=" + name + suffix + more)
                .then();
    }

    private static void resolve(String heldRow, String decision) {
        board().contentType("application/json")
                .body(decision)
                .post("/v1/held-rows/" + heldRow + "/resolution")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse post(RequestSpecification caller, String body) {
        return caller.contentType("application/json").body(body).post("/v1/completions").then();
    }

    private static ValidatableResponse correct(
            RequestSpecification caller, String id, int seen, String more) {
        return caller.contentType("application/json")
                .header("If-Match", "\"" + seen + "\"")
                .body(
                        "{\"title\":\"Grand rounds\",\"completedOn\":\"2026-10-04\",\"credits\":1,\"reason\":\"Checked\"%s}"
                                .formatted(more))
                .put("/v1/completions/" + id)
                .then();
    }

    private static ValidatableResponse withdraw(RequestSpecification caller, String id, int seen) {
        return caller.contentType("application/json")
                .header("If-Match", "\"" + seen + "\"")
                .body("{\"reason\":\"Did not attend\"}")
                .post("/v1/completions/" + id + "/withdrawal")
                .then();
    }
}
