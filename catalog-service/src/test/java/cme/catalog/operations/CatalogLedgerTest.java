package cme.catalog.operations;

import static cme.catalog.Api.board;
import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cme.catalog.Api;
import cme.catalog.ChainProfile;
import cme.test.contract.LedgerVerification;
import cme.test.stack.LocalStackResource;
import cme.test.stack.Tamperer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@TestProfile(ChainProfile.class)
class CatalogLedgerTest {

    private static final LedgerVerification VERIFICATION =
            new LedgerVerification("/v1/catalog-ledger/verification");

    private static final String[] TABLES = {
        "provider", "cap_group", "activity", "approval", "tracer_procedure", "guidance"
    };

    @Inject Jdbi jdbi;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void theShippedCatalogAndWhatTheBoardChangesAgreeWithTheLog() {
        var code = Api.proposed();
        Api.approved(code, Api.SAFETY_2026);
        board().body("{\"name\": \"A society\", \"website\": \"https://society.example\"}")
                .put("/v1/providers/" + Api.newCode())
                .then()
                .statusCode(201);
        awaitFound(List.of());
        await().untilAsserted(
                        () ->
                                board().get("/v1/catalog-ledger/checkpoints")
                                        .then()
                                        .statusCode(200)
                                        .body(
                                                "items[0].origin",
                                                equalTo("catalog-service/event-log")));
    }

    /// Each alteration is told of the subject that it concerns, and of no other.
    @Test
    void whatIsAlteredIsTold() {
        String moved = Api.proposed();
        String extended = Api.proposed();
        Api.approved(moved, Api.SAFETY_2026);
        Api.approved(extended, Api.SAFETY_2026);
        awaitFound(List.of());
        var tamperer = new Tamperer(url);
        tamperer.backUp(TABLES);
        tamperer.run(
                "update activity set url = 'https://elsewhere.example' where code = '%s'"
                        .formatted(moved),
                "update approval set until_date = '2099-12-31' where activity = '%s'"
                        .formatted(extended),
                "update cap_group set credits = 90 where code = 'IHI-PATIENT-SAFETY'",
                "update provider set website = 'https://elsewhere.example' where code = 'ASPS'",
                "update tracer_procedure set synonyms = '{}' where code = 'CARPAL_TUNNEL'",
                "update guidance set text = 'Nothing is required.' where code = (select min(code) from guidance)");
        Stream<String> altered =
                Stream.of(
                        "activity " + moved,
                        "activity " + extended,
                        "provider ASPS",
                        "tracer_procedure CARPAL_TUNNEL",
                        "guidance " + codes("select min(code) from guidance").getFirst());
        Stream<String> capped =
                codes("select code from activity where cap_group = 'IHI-PATIENT-SAFETY'").stream()
                        .map(code -> "activity " + code);
        awaitFound(Stream.concat(altered, capped).toList());
        tamperer.run(
                "update activity a set url = b.url from backup_activity b where a.code = b.code",
                "update approval a set until_date = b.until_date from backup_approval b where a.id = b.id",
                "update cap_group a set credits = b.credits from backup_cap_group b where a.code = b.code",
                "update provider a set website = b.website from backup_provider b where a.code = b.code",
                "update tracer_procedure a set synonyms = b.synonyms from backup_tracer_procedure b where a.code = b.code",
                "update guidance a set text = b.text from backup_guidance b where a.code = b.code");
        awaitFound(List.of());
    }

    private List<String> codes(String sql) {
        return jdbi.withHandle(handle -> handle.select(sql).mapTo(String.class).list());
    }

    private static void awaitFound(List<String> expected) {
        await().untilAsserted(
                        () ->
                                assertThat(found(VERIFICATION.complete()))
                                        .containsExactlyInAnyOrderElementsOf(expected));
    }

    private static List<String> found(JsonPath verified) {
        return verified.<Map<String, Object>>getList("findings").stream()
                .map(finding -> finding.get("place") + " " + finding.get("subject"))
                .toList();
    }
}
