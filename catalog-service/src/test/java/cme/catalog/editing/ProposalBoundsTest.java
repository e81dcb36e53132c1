package cme.catalog.editing;

import static cme.catalog.Api.ACTIVITIES;
import static cme.catalog.Api.board;
import static cme.catalog.Api.problem;
import static cme.catalog.Api.society;
import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cme.catalog.Api;
import cme.catalog.CatalogConfig;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A society proposes codes of its own only, and so many at a time, so that it neither takes a code
/// that another one uses nor floods the board.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ProposalBoundsTest {

    private static final String WAITING =
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'
            """;

    @Inject CatalogConfig config;
    @Inject Jdbi jdbi;

    private static ValidatableResponse propose(String provider, String code) {
        return society(provider).body(Api.course(provider)).put(ACTIVITIES + code).then();
    }

    private static String unused() {
        return Api.newCode().substring(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ASAPS-", "ASPS", "ASPS.", "XASPS-", "A", "IHI-ASPS-"})
    void aSocietyDoesNotProposeACodeThatIsNotItsOwn(String beginning) {
        problem(propose("ASPS", beginning + unused()), 403, "forbidden");
    }

    @Test
    void theRefusalOfAForeignCodeDoesNotTellWhetherItExists() {
        String proposed = Api.newCode("ASAPS");
        propose("ASAPS", proposed).statusCode(201);
        String missing = Api.newCode("ASAPS");

        String ofProposed = propose("ASPS", proposed).statusCode(403).extract().path("detail");
        String ofMissing = propose("ASPS", missing).statusCode(403).extract().path("detail");
        assertThat(ofProposed).isEqualTo(ofMissing).doesNotContain("ASAPS");
    }

    @Test
    void aCodeBelongsToTheProviderWithTheLongestBeginning() {
        String provider = Api.newProvider();
        String chapter = provider + "-TX";
        board().body("{\"name\": \"A chapter %s\"}".formatted(chapter))
                .put("/v1/providers/" + chapter)
                .then()
                .statusCode(201);

        problem(propose(provider, chapter + "-1"), 403, "forbidden");
        propose(chapter, chapter + "-1").statusCode(201);
        propose(provider, provider + "-TY-1").statusCode(201);
    }

    @Test
    void theBoardGivesAProviderFurtherPrefixes() {
        String provider = Api.newProvider();
        String prefix = "Q" + unused().substring(0, 6) + ".";
        problem(propose(provider, prefix + "1"), 403, "forbidden");

        board().header("If-Match", "\"1\"")
                .body("{\"name\": \"With a prefix\", \"codePrefixes\": [\"%s\"]}".formatted(prefix))
                .put("/v1/providers/" + provider)
                .then()
                .statusCode(200)
                .body("codePrefixes[0]", equalTo(prefix));
        propose(provider, prefix + "1").statusCode(201);
        problem(propose("ASPS", prefix + "2"), 403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "EDNET", "ednet-", "EDNET--", "ED NET-", "ED%-"})
    void aPrefixOfAnotherFormIsRefused(String prefix) {
        problem(
                board().body("{\"name\": \"X\", \"codePrefixes\": [\"%s\"]}".formatted(prefix))
                        .put("/v1/providers/ZZ-UNUSED")
                        .then(),
                400,
                "invalid-request");
    }

    @Test
    void aSocietyHasSoManyOpenProposalsAtATime() throws Exception {
        String provider = Api.newProvider();
        for (int i = 1; i < config.proposals().maxOpen(); i++) {
            propose(provider, provider + "-" + i).statusCode(201);
        }
        assertThat(proposedAtOnce(provider, "A", "B", "C", "D"))
                .containsExactlyInAnyOrder(201, 409, 409, 409);
        problem(propose(provider, provider + "-NEXT"), 409, "proposals-too-many");

        String open = board().get("/v1/activities?provider=" + provider).path("items[0].code");
        propose(provider, open).statusCode(200);
        Api.approved(open, Api.SAFETY_2026);
        propose(provider, provider + "-NEXT").statusCode(201);
        String another = Api.newProvider();
        propose(another, Api.newCode(another)).statusCode(201);
    }

    /// All of them wait for the provider, which the test holds, and go on at the same moment.
    private List<Integer> proposedAtOnce(String provider, String... endings) throws Exception {
        var statuses = new ArrayList<Integer>();
        try (var pool = Executors.newFixedThreadPool(endings.length);
                Handle holder = jdbi.open()) {
            holder.begin();
            holder.execute("select 1 from provider where code = ? for update", provider);
            var answers = new ArrayList<Future<Integer>>();
            for (String ending : endings) {
                String code = provider + "-" + ending;
                answers.add(pool.submit(() -> propose(provider, code).extract().statusCode()));
            }
            await().until(() -> jdbi.withHandle(this::waiting) >= endings.length);
            holder.rollback();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
        }
        return statuses;
    }

    private int waiting(Handle handle) {
        return handle.createQuery(WAITING).mapTo(int.class).one();
    }

    @Test
    void aSocietyThatTheCatalogDoesNotKnowProposesNothing() {
        problem(propose("NO-SUCH-ONE", "NO-SUCH-ONE-1"), 403, "provider-unknown");
        problem(
                society("NO-SUCH-ONE").body(Api.course("ASPS")).put(ACTIVITIES + "ASPS-1").then(),
                403,
                "provider-unknown");
    }
}
