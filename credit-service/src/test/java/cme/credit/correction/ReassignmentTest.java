package cme.credit.correction;

import static cme.credit.Callers.board;
import static cme.credit.Callers.diplomate;
import static cme.credit.Callers.society;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cme.credit.People;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Corrections that name another diplomate.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ReassignmentTest {
    @Inject Jdbi jdbi;

    private People anna = new People("", "", "");
    private People berta = anna;
    private String id = "";

    @BeforeEach
    void aCompletionIsPostedForAnna() {
        anna = People.add("Ánna");
        berta = People.add("Berta-Smith");
        id = anna.post(UUID.randomUUID().toString());
    }

    @Test
    void aCorrectionThatNamesAnotherDiplomateGivesItToThem() {
        give(1, "\"diplomateId\":\"" + berta.id() + "\",\"familyName\":\"Smith\"")
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("diplomateId", equalTo(berta.id()))
                .body("reason", equalTo("Wrong surgeon"));
        listed(anna).body("items.id", not(hasItem(id)));
        listed(berta).body("items.id", contains(id));
    }

    @Test
    void anNpiNamesThemAsWell() {
        give(1, "\"npi\":\"" + berta.npi() + "\",\"familyName\":\"BERTA\"")
                .statusCode(200)
                .body("diplomateId", equalTo(berta.id()));
    }

    @Test
    void whoFollowsEitherDiplomateIsTold() {
        give(1, to(berta)).statusCode(200);
        give(2, to(berta) + ",\"category\":\"AMA_PRA_1\"").statusCode(200);
        give(3, to(anna)).statusCode(200);
        assertThat(logged())
                .containsExactly(
                        "1 " + anna.id() + " of " + anna.id(),
                        "2 " + anna.id() + " of " + berta.id(),
                        "2 " + berta.id() + " of " + berta.id(),
                        "3 " + berta.id() + " of " + berta.id(),
                        "4 " + berta.id() + " of " + anna.id(),
                        "4 " + anna.id() + " of " + anna.id());
    }

    @Test
    void everyRevisionIsReadOnceByThePosterAndByEachDiplomateThoseOfTheirs() {
        give(1, to(berta)).statusCode(200);
        give(2, to(anna)).statusCode(200);
        give(3, to(berta)).statusCode(200);
        String revisions = "/v1/completions/" + id + "/revisions";
        society("ASPS").get(revisions).then().body("items.revision", contains(1, 2, 3, 4));
        diplomate(anna.id()).get(revisions).then().body("items.revision", contains(1, 3));
        diplomate(berta.id()).get(revisions).then().body("items.revision", contains(2, 4));
        assertThat(diplomate("012345").get(revisions).statusCode()).isEqualTo(403);
        assertThat(diplomate(anna.id()).get("/v1/completions/" + id).statusCode()).isEqualTo(403);
        assertThat(diplomate(berta.id()).get("/v1/completions/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void theSameCorrectionAgainMakesNoRevision() {
        give(1, to(berta)).statusCode(200);
        give(1, to(berta)).statusCode(200).body("revision", equalTo(2));
    }

    @Test
    void thePostingThatWasCorrectedIsStillKnown() {
        String externalId = UUID.randomUUID().toString();
        id = anna.post(externalId);
        give(1, to(berta)).statusCode(200);
        society("ASPS")
                .contentType("application/json")
                .body(anna.completion(externalId))
                .post("/v1/completions")
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("diplomateId", equalTo(berta.id()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "diplomateId":"BERTA"                               | /familyName required
                    "npi":"NPI"                                         | /familyName required
                    "diplomateId":"BERTA","familyName":"Jones"          | /diplomateId identity.no-match
                    "npi":"NPI","familyName":"Jones"                    | /npi identity.no-match
                    "familyName":"Jones"                                | /familyName identity.no-match
                    "diplomateId":"ANNA","npi":"NPI","familyName":"Anna"| /diplomateId identity.no-match
                    "diplomateId":"nobody","familyName":"Berta"         | /diplomateId identity.no-match
                    "npi":"1234567898","familyName":"Berta"             | /npi npi.check-digit
                    "diplomateId":"BERTA","familyName":"--"             | /familyName family-name.format
                    """)
    void whoIsNotFoundIsGivenNothing(String person, String violation) {
        String who =
                person.replace("BERTA", berta.id())
                        .replace("ANNA", anna.id())
                        .replace("NPI", berta.npi());
        give(1, who)
                .statusCode(400)
                .body("errors.collect { it.pointer + ' ' + it.code }", contains(violation));
        board().get("/v1/completions/" + id)
                .then()
                .body("revision", equalTo(1))
                .body("diplomateId", equalTo(anna.id()));
    }

    @Test
    void whyNobodyIsFoundIsToldToTheBoardAlone() {
        People other = People.add("Smith");
        String person =
                "\"diplomateId\":\"%s\",\"npi\":\"%s\",\"familyName\":\"Smith\""
                        .formatted(berta.id(), other.npi());
        give(board(), 1, person)
                .statusCode(400)
                .body("errors.code", contains("identity.multiple-matches"));
        give(board(), 1, "\"diplomateId\":\"%s\",\"familyName\":\"Jones\"".formatted(berta.id()))
                .statusCode(400)
                .body("errors.code", contains("identity.differs"));
        give(1, person).statusCode(400).body("errors.code", contains("identity.no-match"));
    }

    private static String to(People person) {
        return "\"diplomateId\":\"%s\",\"familyName\":\"%s\""
                .formatted(person.id(), person.familyName());
    }

    private ValidatableResponse give(int seen, String person) {
        return give(society("ASPS"), seen, person);
    }

    private ValidatableResponse give(RequestSpecification caller, int seen, String person) {
        return caller.header("If-Match", "\"" + seen + "\"")
                .contentType("application/json")
                .body(
                        "{\"title\":\"Grand rounds\",\"completedOn\":\"2026-10-04\",\"credits\":1,"
                                + "\"reason\":\"Wrong surgeon\","
                                + person
                                + "}")
                .put("/v1/completions/" + id)
                .then();
    }

    private static ValidatableResponse listed(People person) {
        return board().get("/v1/completions?diplomate=" + person.id()).then().statusCode(200);
    }

    /// Revision, key and diplomate of the events, in their order.
    private List<String> logged() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select concat(payload ->> 'revision', ' ', key, ' of ', payload ->> 'diplomateId')
                                        from event_log where payload ->> 'id' = :id order by seq
                                        """)
                                .bind("id", id)
                                .mapTo(String.class)
                                .list());
    }
}
