package cme.catalog.operations;

import static cme.catalog.Api.board;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cme.catalog.Api;
import cme.catalog.ChainProfile;
import cme.test.contract.LedgerVerification;
import cme.test.stack.LocalStackResource;
import cme.test.stack.Tamperer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@TestProfile(ChainProfile.class)
class CatalogLedgerTest {

    private static final LedgerVerification VERIFICATION =
            new LedgerVerification("/v1/catalog-ledger/verification");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
        VERIFICATION.awaitNothing();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                board().get("/v1/catalog-ledger/checkpoints")
                                        .then()
                                        .statusCode(200)
                                        .body(
                                                "items[0].origin",
                                                equalTo("catalog-service/event-log")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    activity         | update activity set url = 'https://elsewhere.example'
                    activity         | update approval set until_date = '2099-12-31'
                    activity         | update cap_group set credits = 90
                    provider         | update provider set website = 'https://elsewhere.example'
                    tracer_procedure | update tracer_procedure set synonyms = '{}'
                    guidance         | update guidance set text = 'Nothing is required.'
                    """)
    void whatIsAlteredIsTold(String place, String sql) {
        Api.approved(Api.proposed(), Api.SAFETY_2026);
        VERIFICATION.awaitNothing();
        String[] tables = {
            "provider", "cap_group", "activity", "approval", "tracer_procedure", "guidance"
        };
        var tamperer = new Tamperer(url);
        for (String table : tables) {
            tamperer.run(
                    "drop table if exists backup_" + table,
                    "create table backup_" + table + " as select * from " + table);
        }
        tamperer.run(sql);
        VERIFICATION.awaitPlaces(place);
        tamperer.run(
                "update activity a set url = b.url from backup_activity b where a.code = b.code",
                "update approval a set until_date = b.until_date from backup_approval b where a.id = b.id",
                "update cap_group a set credits = b.credits from backup_cap_group b where a.code = b.code",
                "update provider a set website = b.website from backup_provider b where a.code = b.code",
                "update tracer_procedure a set synonyms = b.synonyms from backup_tracer_procedure b where a.code = b.code",
                "update guidance a set text = b.text from backup_guidance b where a.code = b.code");
    }
}
