package cme.credit.privacy;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cme.credit.CatalogEvents;
import cme.credit.People;
import cme.credit.completion.TimeOrderedId;
import cme.test.stack.LocalStackResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was posted with settled rows goes after 400 days; what still waits stays.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class RetentionTest {
    private static final String HEADER =
            "externalId,diplomateId,familyName,title,completedOn,credits\n";

    @Inject CatalogEvents catalog;
    @Inject Jdbi jdbi;
    @Inject Retention retention;
    @Inject MeterRegistry registry;
    @Inject Clock clock;

    private final String name = People.anyName();
    private People person;

    @BeforeEach
    void theCatalogIsKnown() {
        catalog.publishSamples();
        person = People.add(People.anyName());
    }

    @Test
    void aRosterLosesWhatWasPostedWithItsRowsButItsCountsStay() {
        String roster = post("bad", "0.3", person.id());
        retention.run();
        assertThat(StoredText.rowsWith(jdbi, name)).isNotEmpty();
        String aged = age(roster, 401);
        retention.run();
        assertThat(StoredText.rowsWith(jdbi, name)).isEmpty();
        board().get("/v1/rosters/" + aged).then().body("rejected", equalTo(1));
        board().get("/v1/rosters/" + aged + "/rows")
                .then()
                .body("items[0].outcome", equalTo("REJECTED"))
                .body("items[0].content", nullValue())
                .body("items[0].errors.code", hasItem("credits.increment"))
                .body("items[0].contentErasedAt", notNullValue());
        assertThat(
                        board().accept("text/csv")
                                .get("/v1/rosters/" + aged + "/rows")
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString())
                .contains("What was posted was erased on");
    }

    @Test
    void aRefusedRowIsOfTheSameDayAndActivityWhenItsContentIsGone() {
        String roster = post("counted", "0.3", person.id());
        int before = rejected();
        String aged = age(roster, 401);
        retention.run();
        board().get("/v1/rosters/" + aged + "/rows").then().body("items[0].content", nullValue());
        assertThat(rejected()).isEqualTo(before).isPositive();
    }

    private static int rejected() {
        return society("ASPS")
                .get("/v1/reconciliations?from=2026-10-04&to=2026-10-04")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find{it.activity==null}.rejected");
    }

    @Test
    void aRosterThatWasPostedAgainLatelyKeepsItsRows() {
        String aged = age(post("again", "0.3", person.id()), 401);
        jdbi.useHandle(
                h ->
                        h.execute(
                                "update roster set posted_again_at = ? where id = ?::uuid",
                                ago(399),
                                aged));
        retention.run();
        assertThat(StoredText.rowsWith(jdbi, name)).isNotEmpty();
    }

    @Test
    void aHeldRowKeepsWhatWasPostedUntilSomeTimeAfterItWasSettled() {
        String aged =
                age(post("held", "1", "N" + UUID.randomUUID().toString().substring(0, 8)), 800);
        retention.run();
        assertThat(StoredText.rowsWith(jdbi, name)).hasSize(2);
        String held =
                board().get("/v1/held-rows?roster=" + aged).then().extract().path("items[0].id");
        board().contentType("application/json")
                .body("{\"discard\":true,\"reason\":\"nobody\"}")
                .post("/v1/held-rows/" + held + "/resolution")
                .then()
                .statusCode(200);
        retention.run();
        assertThat(StoredText.rowsWith(jdbi, name))
                .hasSize(1)
                .allMatch(row -> row.startsWith("held_row"));
        jdbi.useHandle(
                h ->
                        h.execute(
                                "update held_row set closed_at = ? where id = ?::uuid",
                                ago(401),
                                held));
        retention.run();
        assertThat(StoredText.rowsWith(jdbi, name)).isEmpty();
        board().get("/v1/held-rows/" + held)
                .then()
                .body("state", equalTo("DISCARDED"))
                .body("contentErasedAt", notNullValue());
    }

    @Test
    void whatWasDiscardedOrWithdrawnStaysSoWhenItsContentIsGone() {
        String number = "N" + UUID.randomUUID().toString().substring(0, 8);
        String discarded = row("discarded", number);
        String withdrawn = row("withdrawn", number);
        String first = roster(discarded).statusCode(201).extract().path("results[0].heldRow");
        board().contentType("application/json")
                .body("{\"discard\":true,\"reason\":\"nobody\"}")
                .post("/v1/held-rows/" + first + "/resolution")
                .then()
                .statusCode(200);
        ValidatableResponse posted = roster(withdrawn).statusCode(201);
        String second = posted.extract().path("results[0].heldRow");
        society("ASPS")
                .contentType("application/json")
                .body("{\"reason\":\"By mistake\"}")
                .post("/v1/rosters/" + posted.extract().path("id") + "/withdrawal")
                .then()
                .statusCode(200);
        jdbi.useHandle(
                h ->
                        h.execute(
                                "update held_row set closed_at = ? where id in (?::uuid, ?::uuid)",
                                ago(401),
                                first,
                                second));
        retention.run();
        roster(discarded)
                .body("results[0].outcome", equalTo("REJECTED"))
                .body("results[0].errors.code", hasItem("held-row.discarded"));
        roster(withdrawn).body("results[0].outcome", equalTo("WITHDRAWN"));
    }

    @Test
    void aKeyThatCannotBeOpenedDoesNotEndTheRetention() {
        UUID key = UUID.randomUUID();
        jdbi.useHandle(
                h ->
                        h.execute(
                                "insert into person_key (id, diplomate_id, sealed, made_at) values (?, ?, 'nothing', now())",
                                key,
                                "K" + key));
        retention.renew();
        assertThat(registry.get("cme.person.keys.unreadable").gauge().value()).isPositive();
        jdbi.useHandle(h -> h.execute("delete from person_key where id = ?", key));
        retention.run();
        assertThat(registry.get("cme.retention.age.seconds").gauge().value()).isNotNegative();
    }

    private String row(String externalId, String diplomate) {
        return HEADER
                + "%s-%s,%s,%s,Course,2026-10-04,1\n".formatted(externalId, name, diplomate, name);
    }

    private ValidatableResponse roster(String csv) {
        return society("ASPS")
                .contentType("text/csv")
                .body(csv)
                .queryParam("externalId", UUID.randomUUID())
                .post("/v1/rosters")
                .then();
    }

    private String post(String externalId, String credits, String diplomate) {
        String unique = externalId + UUID.randomUUID();
        return society("ASPS")
                .contentType("text/csv")
                .body(
                        HEADER
                                + "%s,%s,%s,Course,2026-10-04,%s\n"
                                        .formatted(unique, diplomate, name, credits))
                .queryParam("externalId", unique)
                .post("/v1/rosters")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /// Makes as if the roster had come days ago; its id tells the time too.
    private String age(String roster, int days) {
        String aged = TimeOrderedId.at(instant(days)).toString();
        jdbi.useTransaction(
                t -> {
                    t.execute(
                            "update roster set id = ?::uuid, received_at = ? where id = ?::uuid",
                            aged,
                            ago(days),
                            roster);
                    t.execute(
                            "update roster_row set roster = ?::uuid where roster = ?::uuid",
                            aged,
                            roster);
                    t.execute(
                            "update held_row set roster = ?::uuid where roster = ?::uuid",
                            aged,
                            roster);
                });
        return aged;
    }

    private Object ago(int days) {
        return instant(days).atOffset(ZoneOffset.UTC);
    }

    private Instant instant(int days) {
        return clock.instant().minus(days, ChronoUnit.DAYS);
    }
}
