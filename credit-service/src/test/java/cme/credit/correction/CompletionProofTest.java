package cme.credit.correction;

import static cme.credit.Callers.board;
import static cme.credit.Callers.diplomate;
import static cme.credit.Callers.society;
import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import cme.credit.Callers;
import cme.credit.CatalogEvents;
import cme.credit.ChainProfile;
import cme.credit.Ledger;
import cme.test.contract.LedgerVerification;
import cme.test.stack.LocalStackResource;
import cme.test.stack.Tamperer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@TestProfile(ChainProfile.class)
class CompletionProofTest {

    /// Of the key that signs in tests (RFC 8032, section 7.1, test 1).
    private static final String PUBLIC_KEY =
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    private static final LedgerVerification VERIFICATION =
            new LedgerVerification("/v1/ledger/verification");

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Inject CatalogEvents catalog;

    private String id = "";
    private String path = "";

    @BeforeEach
    void aCompletionIsCorrected() {
        catalog.publishSamples();
        Callers.putSampleIdentities();
        id = Ledger.postNew("1.5");
        path = "/v1/completions/" + id;
        society("ASPS")
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(
                        "{\"activity\":\"ASPS-VTE-PREVENTION\",\"completedOn\":\"2026-10-04\",\"credits\":1.25,\"reason\":\"Left early\"}")
                .put(path)
                .then()
                .statusCode(200);
    }

    private Map<String, Object> awaitProof(String query) {
        await().until(() -> society("ASPS").get(path + "/proof" + query).statusCode() == 200);
        JsonPath answer = society("ASPS").get(path + "/proof" + query).jsonPath();
        assertThat(answer.getString("completion")).isEqualTo(id);
        return answer.getMap("proof");
    }

    @Test
    void aStrangerFollowsARevisionToASignedCheckpoint() throws Exception {
        List<String> current = ProofVerifier.verify(awaitProof(""), PUBLIC_KEY);
        assertThat(current.get(2)).isEqualTo("012345");
        assertThat(current.get(3)).isEqualTo("cme.credit.completion.corrected");
        assertThat(current.get(7)).contains("\"id\": \"" + id + "\"", "\"credits\": 1.25");

        List<String> first = ProofVerifier.verify(awaitProof("?revision=1"), PUBLIC_KEY);
        assertThat(first.get(3)).isEqualTo("cme.credit.completion.recorded");
        assertThat(first.get(7)).contains("\"id\": \"" + id + "\"", "\"credits\": 1.5");
    }

    @Test
    void aStrangerSeesThatAProofIsForged() {
        Map<String, Object> proof = awaitProof("");
        byte[] entry = Base64.getDecoder().decode((String) proof.get("entry"));
        entry[entry.length - 3]++;
        var altered = new HashMap<>(proof);
        altered.put("entry", Base64.getEncoder().encodeToString(entry));
        assertThatThrownBy(() -> ProofVerifier.verify(altered, PUBLIC_KEY))
                .hasMessageContaining("root");
        assertThatThrownBy(
                        () ->
                                ProofVerifier.verify(
                                        proof,
                                        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"))
                .hasMessageContaining("signature");
    }

    @Test
    void theProofIsOnlyForThoseWhoSeeTheCompletion() {
        awaitProof("");
        diplomate("012345").get(path + "/proof").then().statusCode(200);
        society("ASAPS").get(path + "/proof").then().statusCode(403);
        board().get(path + "/proof?revision=9").then().statusCode(404);
    }

    @Test
    void theCheckpointOfAProofIsListedWithItsKey() {
        JsonPath proof = new JsonPath(societyProof());
        int block = proof.getInt("proof.checkpoint.block");
        diplomate("012345")
                .get("/v1/ledger/checkpoints?limit=500")
                .then()
                .statusCode(200)
                .body("items.block", hasItem(block))
                .body("items[0].origin", equalTo("credit-service/event-log"))
                .body("items[0].verifierKey", containsString("credit-service/1+"))
                .body("items[0].entries", greaterThan(0));
    }

    private String societyProof() {
        awaitProof("");
        return society("ASPS").get(path + "/proof").asString();
    }

    @Test
    void revisionsSayWhetherTheChainHoldsForThem() {
        awaitProof("");
        assertChain("CHAINED", "CHAINED");
        var tamperer = new Tamperer(url);
        int entry = society("ASPS").get(path + "/revisions").jsonPath().getInt("items[1].entry");
        tamperer.backUp("event_log");
        tamperer.run(
                "update event_log set payload = payload || '{\"credits\": 90}' where seq = "
                        + entry);
        try {
            assertChain("CHAINED", "BROKEN");
            society("ASPS")
                    .get(path + "/proof")
                    .then()
                    .statusCode(409)
                    .body("type", containsString("chain-broken"));
            awaitFinding("ENTRY_ALTERED", entry);
        } finally {
            tamperer.run(
                    "update event_log e set payload = b.payload from backup_event_log b where b.seq = e.seq and b.seq = "
                            + entry);
        }
        VERIFICATION.awaitNothing();
    }

    @Test
    void anAlteredCompletionOrIdentityIsTold() {
        VERIFICATION.awaitNothing();
        var tamperer = new Tamperer(url);
        tamperer.run(
                "update completion set credits = 90 where id = '" + id + "'",
                "update identity set family_name = 'Ortiz' where diplomate_id = '012345'");
        int altered = entryOf(2);
        await().untilAsserted(
                        () -> {
                            JsonPath checked = VERIFICATION.complete();
                            assertThat(checked.getList("findings.place"))
                                    .containsExactlyInAnyOrder("completion", "identity");
                            assertThat(checked.getList("findings.kind"))
                                    .containsOnly("ROW_DIFFERS");
                            assertThat(checked.getList("findings.seq")).contains(altered);
                        });
        tamperer.run(
                "update completion set credits = 1.25 where id = '" + id + "'",
                "update identity set family_name = 'Lopez-Garcia' where diplomate_id = '012345'");
        VERIFICATION.awaitNothing();
    }

    private int entryOf(int revision) {
        return society("ASPS")
                .get(path + "/revisions")
                .jsonPath()
                .getInt("items[" + (revision - 1) + "].entry");
    }

    private void assertChain(String... states) {
        society("ASPS")
                .get(path + "/revisions")
                .then()
                .statusCode(200)
                .body("items.chain", contains(states));
    }

    private void awaitFinding(String kind, int entry) {
        await().untilAsserted(
                        () -> {
                            JsonPath checked = VERIFICATION.complete();
                            assertThat(checked.getList("findings.kind")).contains(kind);
                            assertThat(checked.getList("findings.seq")).contains(entry);
                        });
    }
}
