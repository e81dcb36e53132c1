package cme.compliance.operations;

import static cme.compliance.harness.Api.board;
import static cme.compliance.harness.Api.path;
import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.harness.Api;
import cme.compliance.harness.ChainProfile;
import cme.test.contract.LedgerVerification;
import cme.test.stack.LocalStackResource;
import cme.test.stack.Tamperer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every record of the board is in the log, and an alteration is reported.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@TestProfile(ChainProfile.class)
class ReadinessLedgerTest {

    private static final LedgerVerification VERIFICATION =
            new LedgerVerification("/v1/readiness-ledger/verification");
    private static final String ID = "L-21";

    private static final Map<String, String> ALTERATIONS =
            Map.of(
                    "cycle_revision", "certified_on = '2019-11-14'",
                    "tracer_revision", "completed_on = '2026-10-16'",
                    "pathway_revision", "reason = 'none'",
                    "decision_revision", "recorded_by = 'somebody'");

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @BeforeEach
    void record() {
        // A record that is there stays as it is.
        Api.putCycle(ID, "abps-cc-10y", 2021, "2020-11-14");
        board().body("{\"procedure\":\"AUGMENTATION_MAMMAPLASTY\",\"completedOn\":\"2023-10-15\"}")
                .put(path(ID, "tracers/3"));
        board().body(
                        "{\"pathway\":\"SPECIAL_CIRCUMSTANCES\",\"from\":\"2025-03-10\",\"until\":null,\"reason\":\"illness\"}")
                .post(path(ID, "pathways"));
        board().body(
                        "{\"requirement\":\"cme-total\",\"dueYear\":6,\"decision\":\"WAIVED\",\"reason\":\"illness\"}")
                .post(path(ID, "decisions"));
    }

    @Test
    void everyRevisionIsInTheLog() {
        await().untilAsserted(
                        () -> {
                            JsonPath verified = VERIFICATION.complete();
                            assertThat(verified.getList("findings.place")).isEmpty();
                            assertThat(verified.getInt("rows")).isGreaterThanOrEqualTo(4);
                        });
    }

    /// One table each.
    @Test
    void anAlteredRecordIsTold() {
        var tamperer = new Tamperer(url);
        String[] tables = ALTERATIONS.keySet().toArray(String[]::new);
        ALTERATIONS.forEach(
                (table, alteration) ->
                        tamperer.run(
                                "create table kept_%1$s as select * from %1$s".formatted(table),
                                "update %s set %s where diplomate_id = '%s'"
                                        .formatted(table, alteration, ID)));
        VERIFICATION.awaitPlaces(tables);
        ALTERATIONS.forEach(
                (table, alteration) ->
                        tamperer.run(
                                "update %1$s a set %2$s = k.%2$s from kept_%1$s k where a.diplomate_id = k.diplomate_id and a.revision = k.revision"
                                        .formatted(table, alteration.split(" ")[0]),
                                "drop table kept_" + table));
        VERIFICATION.awaitNothing();
    }

    @Test
    void aDeletedDecisionIsTold() {
        var tamperer = new Tamperer(url);
        tamperer.run(
                "create table kept as select * from decision_revision",
                "delete from decision_revision");
        VERIFICATION.awaitPlaces("decision_revision");
        // The trigger would log them once more.
        tamperer.run(
                "alter table decision_revision disable trigger user",
                "insert into decision_revision select * from kept",
                "alter table decision_revision enable trigger user",
                "drop table kept");
        VERIFICATION.awaitNothing();
    }
}
