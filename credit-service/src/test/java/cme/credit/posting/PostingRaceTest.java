package cme.credit.posting;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static org.assertj.core.api.Assertions.assertThat;

import cme.credit.Callers;
import cme.credit.CatalogEvents;
import cme.credit.ConcurrentCalls;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Single posts that meet what changes at the same moment: each other, rosters, identities and the
/// catalog.
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class PostingRaceTest {
    private static final int ROUNDS = 12;

    @Inject CatalogEvents catalog;
    @Inject Jdbi jdbi;

    private final String name = UUID.randomUUID().toString().substring(0, 13);

    @BeforeEach
    void theSamplesAreKnown() {
        catalog.publishSamples();
        Callers.putSampleIdentities();
    }

    @Test
    void fiveClientsThatPostTheSameAloneAndInRostersRecordItOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String externalId = name + "-" + round;
            List<Response> answers =
                    ConcurrentCalls.call(
                            5,
                            i ->
                                    i % 2 == 0
                                            ? post(externalId, "012348", "Chen", "2")
                                            : roster(externalId + "-" + i, externalId));
            assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 201);
            assertThat(answers)
                    .extracting(PostingRaceTest::completion)
                    .containsOnly(completionOf(externalId));
            assertThat(count("event_log where payload ->> 'externalId' = :name", externalId))
                    .isOne();
        }
    }

    @Test
    void oneThingStandsWhereOneContentNamesADiplomateAndAnotherNobody() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String externalId = name + "-" + round;
            List<Response> answers =
                    ConcurrentCalls.call(
                            6,
                            i ->
                                    i % 2 == 0
                                            ? post(externalId, "012348", "Chen", "2")
                                            : post(externalId, "nobody", "Chen", "3"));
            assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 201, 202, 409);
            assertThat(answers).filteredOn(a -> a.statusCode() == 201).hasSize(1);
            assertThat(count("completion where external_id = :name", externalId)).isOne();
            assertThat(
                            count(
                                    "held_row where external_id = :name and state in ('WAITING', 'DISCARDED')",
                                    externalId))
                    .isZero();
        }
    }

    @Test
    void aPostAndItsIdentityThatComeAtTheSameTimeMeet() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String diplomateId = name + "-" + round;
            List<Response> answers =
                    ConcurrentCalls.call(
                            6,
                            i -> {
                                if (i == 3) {
                                    Callers.putIdentity(
                                            diplomateId, "1090123450", "A", "Novak", "01-01");
                                    return board().get("/v1/identities/" + diplomateId);
                                }
                                return post(diplomateId + i, diplomateId, "Novák", "1");
                            });
            assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 201, 202);
            assertThat(count("completion where diplomate_id = :name", diplomateId)).isEqualTo(5);
        }
    }

    @Test
    void aPostIsJudgedByOneRevisionOfItsActivity() throws Exception {
        String code = "RACE-" + name;
        catalog.publish(Map.of(code, CatalogEvents.activity(code, "ASPS", "60", "12", 1)));
        List<Response> answers =
                ConcurrentCalls.call(
                        9,
                        i -> {
                            if (i == 4) {
                                catalog.publish(
                                        Map.of(
                                                code,
                                                CatalogEvents.activity(code, "IHI", "1", "1", 2)));
                                return board().get("/v1/held-rows");
                            }
                            return postFor(code, name + "-" + i);
                        });
        long recorded = answers.stream().filter(a -> a.statusCode() == 201).count();
        assertThat(count("completion where activity = :name and provider = 'ASPS'", code))
                .isEqualTo((int) recorded);
        assertThat(answers)
                .filteredOn(a -> a.statusCode() == 403)
                .allSatisfy(
                        a ->
                                assertThat(a.jsonPath().getList("errors.code"))
                                        .containsExactly(
                                                "activity.not-yours", "credits.over-maximum"));
        assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 201, 403);
    }

    private static Response post(
            String externalId, String diplomateId, String familyName, String credits) {
        return posted(
                """
                {"externalId":"%s","diplomateId":"%s","familyName":"%s","title":"Rounds",
                 "completedOn":"2026-10-04","credits":%s}
                """
                        .formatted(externalId, diplomateId, familyName, credits));
    }

    private static Response postFor(String activity, String externalId) {
        return posted(
                """
                {"externalId":"%s","diplomateId":"012348","familyName":"Chen","activity":"%s",
                 "completedOn":"2026-10-04","credits":2}
                """
                        .formatted(externalId, activity));
    }

    private static Response posted(String json) {
        return society("ASPS").contentType("application/json").body(json).post("/v1/completions");
    }

    private static Response roster(String roster, String externalId) {
        return society("ASPS")
                .contentType("text/csv")
                .body(
                        """
                        externalId,diplomateId,familyName,title,completedOn,credits
                        %s,012348,Chen,Rounds,2026-10-04,2
                        """
                                .formatted(externalId))
                .post("/v1/rosters?externalId=" + roster);
    }

    /// Of a single post or of the one row of a roster.
    private static String completion(Response answer) {
        String alone = answer.jsonPath().getString("diplomateId");
        return answer.jsonPath().getString(alone == null ? "results[0].completion" : "id");
    }

    private String completionOf(String externalId) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select id::text from completion where external_id = :name")
                                .bind("name", externalId)
                                .mapTo(String.class)
                                .one());
    }

    private int count(String what, String name) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("select count(*) from " + what)
                                .bind("name", name)
                                .mapTo(Integer.class)
                                .one());
    }
}
