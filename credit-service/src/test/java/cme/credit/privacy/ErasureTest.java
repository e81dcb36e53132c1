package cme.credit.privacy;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cme.credit.CatalogEvents;
import cme.credit.People;
import cme.credit.completion.Completions;
import cme.test.contract.ContractFiles;
import cme.test.contract.TopicReader;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Erasing a diplomate leaves nothing that tells who it is, and everything that was completed.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ErasureTest {
    @Inject CatalogEvents catalog;
    @Inject Jdbi jdbi;

    @BeforeEach
    void theCatalogIsKnown() {
        catalog.publishSamples();
    }

    @Test
    void afterAnErasureNothingThatIsStoredSentOrLoggedTellsWhoItWas() {
        Set<String> daysBefore = StoredText.rowsWith(jdbi, Erasing.DAY);
        var logged = Collections.synchronizedList(new ArrayList<String>());
        Handler listener = listener(logged);
        Logger.getLogger("").addHandler(listener);
        Erasing erasing;
        try {
            erasing = new Erasing();
            erasing.postEverything();
            assertThat(StoredText.rowsWith(jdbi, erasing.name)).hasSizeGreaterThan(6);
            assertThat(StoredText.rowsWith(jdbi, erasing.former)).isNotEmpty();
            assertThat(StoredText.rowsWith(jdbi, Erasing.DAY))
                    .hasSizeGreaterThan(daysBefore.size());

            erasing.erase("").statusCode(200);
            told(erasing.person.id());
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }

        for (String secret :
                List.of(
                        erasing.name,
                        erasing.given,
                        erasing.former,
                        erasing.person.npi(),
                        erasing.second.npi())) {
            assertThat(StoredText.rowsWith(jdbi, secret)).isEmpty();
            assertThat(logged).noneMatch(line -> line.contains(secret));
            for (String topic : List.of("credit.identities.v1", "credit.completions.v1")) {
                assertThat(everything(topic)).noneMatch(event -> event.value().contains(secret));
            }
        }
        assertThat(StoredText.rowsWith(jdbi, Erasing.DAY)).isSubsetOf(daysBefore);
    }

    @Test
    void theLogNeverHasANameAsPlainText() {
        Erasing erasing = new Erasing();
        for (String secret : List.of(erasing.name, erasing.given, erasing.former, Erasing.DAY)) {
            assertThat(StoredText.rowsWith(jdbi, secret))
                    .noneMatch(
                            row ->
                                    row.startsWith("event_log:")
                                            && row.contains("identity.changed"));
        }
        board().get("/v1/identities/" + erasing.person.id() + "/revisions")
                .then()
                .body("items[0].familyName", equalTo(erasing.name))
                .body("items[0].givenName", nullValue())
                .body("items[1].givenName", equalTo(erasing.given))
                .body("items[1].insistence", equalTo(erasing.name + "-is-nobody-else"));
    }

    @Test
    void numbersAndCreditsStay() {
        Erasing erasing = new Erasing();
        erasing.postEverything();
        int completions = completions(erasing.person).extract().path("items.size()");
        erasing.erase("")
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("numbers", containsInAnyOrder(erasing.person.id(), erasing.second.id()))
                .body("erased.identity-revision", equalTo(2))
                .body("erased.merge", equalTo(1))
                .body("erased.held-row", equalTo(1))
                .body("erased.correction-proposal", equalTo(1))
                .body("erased.roster-row", greaterThan(4))
                .body("erased.completion-revision", equalTo(completions));
        completions(erasing.person).body("items", hasSize(completions));
        assertThat(hashes(erasing.person.id())).isNotEmpty().containsOnly(Completions.ERASED_HASH);
        board().get("/v1/identities/" + erasing.person.id())
                .then()
                .body("erasedAt", notNullValue())
                .body("familyName", nullValue())
                .body("npi", nullValue());
        board().get("/v1/identities/" + erasing.person.id() + "/revisions")
                .then()
                .body("items.findAll{it.familyName != null}", empty());
        board().get("/v1/identities?q=" + erasing.name).then().body("items", empty());
    }

    /// A day of birth is guessed from the hash of a posting, and what is sealed is read as long as
    /// its key is there.
    @Test
    void whatIsLeftAreNumbersWithoutKeysAndWithoutHashesOfWhatWasPosted() {
        Erasing erasing = new Erasing();
        erasing.postEverything();
        String numbers = "'%s', '%s'".formatted(erasing.person.id(), erasing.second.id());
        assertThat(rows("select 1 from person_key where sealed is not null and", numbers))
                .hasSize(2);

        erasing.erase("").statusCode(200);

        assertThat(rows("select sealed from person_key where", numbers))
                .hasSize(2)
                .containsOnlyNulls();
        assertThat(
                        rows(
                                "select concat_ws('|', npi, given_name, family_name, birth_month_day,"
                                        + " insistence, array_to_string(name_keys, ',')) from identity where",
                                numbers))
                .hasSize(2)
                .containsOnly("|");
        assertThat(rows("select content_hash::text from completion where", numbers))
                .hasSizeGreaterThan(1)
                .containsOnly(Completions.ERASED_HASH.toString());
        assertThat(
                        rows(
                                "select concat_ws('|', content_hash, npi, posted, closing_reason)"
                                        + " from held_row where external_id = 'h-%s' and"
                                                .formatted(erasing.roster),
                                numbers))
                .containsExactly(Completions.ERASED_HASH + "|Erased");
        assertThat(rows("select 1 from identity_erasure where", numbers)).hasSize(2);
    }

    private List<String> rows(String select, String numbers) {
        String sql = "%s diplomate_id in (%s)".formatted(select, numbers);
        return jdbi.withHandle(handle -> handle.select(sql).mapTo(String.class).list());
    }

    /// The row named an NPI only, and is known by the number after the erasure.
    @Test
    void whatTheBoardDiscardedStaysDiscardedWithoutTheNpi() {
        Erasing erasing = new Erasing();
        String held =
                society("ASPS")
                        .contentType("application/json")
                        .body(
                                """
                                {"externalId":"npi-%s","npi":"%s","familyName":"Somebody",
                                 "title":"Grand rounds","completedOn":"2026-10-04","credits":1}
                                """
                                        .formatted(erasing.roster, erasing.person.npi()))
                        .post("/v1/completions")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("heldRow");
        board().contentType("application/json")
                .body("{\"discard\":true,\"reason\":\"nobody\"}")
                .post("/v1/held-rows/" + held + "/resolution")
                .then()
                .statusCode(200);
        erasing.erase("").statusCode(200).body("erased.overruled-posting", equalTo(1));
        assertThat(StoredText.rowsWith(jdbi, erasing.person.npi())).isEmpty();
        assertThat(StoredText.rowsWith(jdbi, "npi-" + erasing.roster))
                .anyMatch(
                        row ->
                                row.startsWith("overruled_posting")
                                        && row.contains(erasing.person.id()));
    }

    /// The register has another name by now; the rows have no number that it knows.
    @Test
    void rowsUnderAFormerNameAreErasedToo() {
        Erasing erasing = new Erasing();
        society("ASPS")
                .contentType("text/csv")
                .body(
                        """
                        externalId,diplomateId,familyName,birthMonthDay,title,completedOn,credits
                        f-%1$s,,%2$s,%3$s,Course,2026-10-04,0.3
                        l-%1$s,,%2$s,%3$s,Course,2026-10-08,1,too,many,cells
                        """
                                .formatted(erasing.roster, erasing.name, Erasing.DAY))
                .queryParam("externalId", "former-" + erasing.roster)
                .post("/v1/rosters")
                .then()
                .statusCode(201)
                .body("rejected", equalTo(2));
        Erasing.describe(erasing.person, "Ada", People.anyName(), "?insist=true&reason=married");
        erasing.erase("").statusCode(200).body("erased.roster-row", equalTo(2));
        assertThat(StoredText.rowsWith(jdbi, erasing.name)).isEmpty();
    }

    @Test
    void whatWasPostedBeforeIsStillKnownAgain() {
        Erasing erasing = new Erasing();
        erasing.person.post("posted-" + erasing.roster);
        erasing.erase("").statusCode(200);
        society("ASPS")
                .contentType("application/json")
                .body(erasing.person.completion("posted-" + erasing.roster))
                .post("/v1/completions")
                .then()
                .statusCode(200);
        society("ASPS")
                .contentType("application/json")
                .body(
                        erasing.person
                                .completion("posted-" + erasing.roster)
                                .replace("\"credits\":1", "\"credits\":2"))
                .post("/v1/completions")
                .then()
                .statusCode(409);
    }

    @Test
    void laterPostingsAreHeldAndErasedInTurn() {
        Erasing erasing = new Erasing();
        erasing.erase("").statusCode(200);
        board().contentType("application/json")
                .body(
                        "{\"diplomateId\":\"%s\",\"familyName\":\"%s\"}"
                                .formatted(erasing.person.id(), erasing.name))
                .post("/v1/identities/match")
                .then()
                .body("outcome", equalTo("IDENTITY_ERASED"));
        String held =
                society("ASPS")
                        .contentType("application/json")
                        .body(erasing.person.completion("later-" + erasing.roster))
                        .post("/v1/completions")
                        .then()
                        .statusCode(202)
                        .body("reason", equalTo("IDENTITY_ERASED"))
                        .extract()
                        .path("heldRow");
        board().get("/v1/held-rows/" + held).then().body("candidates", empty());
        erasing.erase("").statusCode(409).body("type", equalTo(problem("erasure-undecided")));
        board().contentType("application/json")
                .body("{\"discard\":true,\"reason\":\"erased\"}")
                .post("/v1/held-rows/" + held + "/resolution")
                .then()
                .statusCode(200);
        assertThat(StoredText.rowsWith(jdbi, erasing.name)).isNotEmpty();
        erasing.erase("", "\"1\"")
                .statusCode(200)
                .body("erased.identity-revision", equalTo(0))
                .body("erased.held-row", equalTo(1));
        assertThat(StoredText.rowsWith(jdbi, erasing.name)).isEmpty();
        board().get("/v1/held-rows/" + held)
                .then()
                .statusCode(200)
                .body("content", nullValue())
                .body("contentErasedAt", notNullValue());
        assertThat(
                        board().accept("text/csv")
                                .get("/v1/held-rows/" + held)
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString())
                .contains("DISCARDED", "erased on");
    }

    @Test
    void whoWasErasedIsRecordedAgainOnlyWhenTheBoardInsists() {
        Erasing erasing = new Erasing();
        erasing.erase("").statusCode(200);
        String body =
                "{\"npi\":\"%s\",\"familyName\":\"%s\"}".formatted(erasing.person.npi(), "Again");
        put(erasing, body, "").statusCode(409).body("type", equalTo(problem("identity-erased")));
        String csv = "diplomateId,familyName\n%s,Again\n".formatted(erasing.person.id());
        imported(csv, "")
                .body("rejected", equalTo(1))
                .body("results[0].errors[0].code", equalTo("identity.erased"));
        imported(csv, "?insist=true&reason=back").body("changed", equalTo(1));
        board().get("/v1/identities/" + erasing.person.id())
                .then()
                .body("familyName", equalTo("Again"))
                .body("erasedAt", nullValue());
        board().get("/v1/identities/" + erasing.person.id() + "/revisions")
                .then()
                .body("items.findAll{it.familyName != null}.familyName", equalTo(List.of("Again")));
        assertThat(StoredText.rowsWith(jdbi, erasing.name)).isEmpty();
    }

    @Test
    void aDryRunChangesNothingAndARevisionThatWasSeenIsHonoured() {
        Erasing erasing = new Erasing();
        erasing.erase("?dryRun=true").statusCode(200).body("erased.identity-revision", equalTo(2));
        board().get("/v1/identities/" + erasing.person.id())
                .then()
                .body("familyName", equalTo(erasing.name));
        erasing.erase("", "\"99\"").statusCode(412);
        board().contentType("application/json")
                .body("{\"reason\":\"r\"}")
                .post("/v1/identities/nobody-at-all/erasure")
                .then()
                .statusCode(404);
        board().contentType("application/json")
                .body("{}")
                .post("/v1/identities/" + erasing.person.id() + "/erasure")
                .then()
                .statusCode(400);
        board().contentType("application/json")
                .body("{\"reason\":\"asked for by letter\"}")
                .post("/v1/identities/" + erasing.person.id() + "/erasure")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(false));
    }

    @Test
    void otherServicesAreToldWithoutPersonalData() {
        Erasing erasing = new Erasing();
        erasing.erase("").statusCode(200);
        assertThat(told(erasing.person.id()))
                .last()
                .satisfies(
                        event -> {
                            assertThat(event.value()).doesNotContain("Name", "npi", "reason");
                            assertThat(ContractFiles.violations(event)).isEmpty();
                        });
        String second = told(erasing.second.id()).getLast().value();
        assertThat(JsonPath.from(second).getString("mergedInto")).isEqualTo(erasing.person.id());
        assertThat(JsonPath.from(second).getBoolean("erased")).isTrue();
    }

    private List<ConsumerRecord<String, String>> told(String number) {
        try (TopicReader reader = new TopicReader(TestKafka.settings(), "credit.identities.v1")) {
            return await().until(
                            () -> reader.of(number),
                            events ->
                                    !events.isEmpty()
                                            && new String(
                                                            events.getLast()
                                                                    .headers()
                                                                    .lastHeader("ce_type")
                                                                    .value())
                                                    .endsWith("erased"));
        }
    }

    private List<ConsumerRecord<String, String>> everything(String topic) {
        try (TopicReader reader = new TopicReader(TestKafka.settings(), topic)) {
            return await().until(reader::all, events -> !events.isEmpty());
        }
    }

    private List<UUID> hashes(String number) {
        return jdbi.withHandle(
                h ->
                        h.select(
                                        "select content_hash from completion where diplomate_id = ?",
                                        number)
                                .mapTo(UUID.class)
                                .list());
    }

    private static ValidatableResponse completions(People person) {
        return board().get("/v1/completions?diplomate=" + person.id()).then().statusCode(200);
    }

    private static ValidatableResponse put(Erasing erasing, String body, String query) {
        return board().contentType("application/json")
                .header("If-Match", "*")
                .body(body)
                .put("/v1/identities/" + erasing.person.id() + query)
                .then();
    }

    private static ValidatableResponse imported(String csv, String query) {
        return board().contentType("text/csv")
                .body(csv)
                .post("/v1/identities/imports" + query)
                .then()
                .statusCode(200);
    }

    private static String problem(String type) {
        return "https://problems.cme.example/" + type;
    }

    private static Handler listener(List<String> logged) {
        var formatter = new PatternFormatter("%s%e");
        return new Handler() {
            @Override
            public void publish(LogRecord message) {
                logged.add(formatter.format(ExtLogRecord.wrap(message)));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
