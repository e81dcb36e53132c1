package cme.compliance.privacy;

import static cme.compliance.harness.EventFixtures.completion;
import static cme.compliance.harness.EventFixtures.next;
import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.compliance.harness.Events;
import cme.test.stack.LocalStackResource;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A diplomate reads everything that is held on them, and nothing of others.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class PersonalDataTest {

    private static final String ID = "PD1";
    private static final String OTHER = "PD2";

    @Inject CleanDatabase cleanDatabase;
    @Inject Events events;

    @BeforeEach
    void recordEverything() {
        cleanDatabase.wipe();
        for (String id : List.of(ID, OTHER)) {
            Api.putCycle(id, "abps-cc-10y", 2021, "2020-11-14").then().statusCode(201);
        }
        Api.board()
                .body("{\"procedure\":\"CARPAL_TUNNEL\"}")
                .put(Api.path(ID, "tracers/6"))
                .then()
                .statusCode(201);
        post(
                "pathways",
                "{\"pathway\":\"SPECIAL_CIRCUMSTANCES\",\"from\":\"2025-01-01\",\"reason\":\"leave\"}");
        post(
                "decisions",
                "{\"requirement\":\"cme-total\",\"dueYear\":6,\"decision\":\"WAIVED\",\"reason\":\"ill\"}");
        post("calendar-feeds", "");
    }

    @Test
    void everyKindOfRecordIsListed() {
        ObjectNode posted = completion("pd-1", ID, "2025-03-01", "2.5");
        events.completions(posted);
        awaitListed("pd-1");
        List<Map<String, Object>> records = records(() -> Api.diplomate(ID), 500);
        assertThat(records)
                .extracting(record -> record.get("kind"))
                .contains(
                        "cycle-revision",
                        "tracer-revision",
                        "pathway-revision",
                        "decision-revision",
                        "completion-revision",
                        "status",
                        "readiness-event",
                        "calendar-feed");
        assertThat(records).isEqualTo(records(Api::board, 1));
        assertThat(records)
                .filteredOn(record -> "readiness-event".equals(record.get("kind")))
                .noneMatch(record -> record.toString().contains("reason=ill"));
        assertThat(records.toString())
                .contains("reason=ill", "reason=leave", "CARPAL_TUNNEL")
                .doesNotContain(OTHER, "secret");
    }

    @Test
    void aCompletionThatWentToSomebodyElseIsListedAsItWas() {
        ObjectNode posted = completion("pd-2", ID, "2025-03-01", "2.5");
        events.completions(posted);
        awaitListed("pd-2");
        ObjectNode moved = next(posted, "2026-02-01T10:00:00Z").put("diplomateId", OTHER);
        events.publish(Events.COMPLETIONS, "cme.credit.completion.corrected", ID, moved);
        events.publish(Events.COMPLETIONS, "cme.credit.completion.corrected", OTHER, moved);
        await().until(() -> listed(OTHER, "pd-2") > 0);
        assertThat(listed(OTHER, "pd-2")).isOne();
        assertThat(listed(ID, "pd-2")).isOne();
        assertThat(records(Api::board, 500).toString()).doesNotContain(OTHER);
    }

    @Test
    void aFormerMergeWithSomebodyElseIsNotListed() {
        events.merge(ID, OTHER, 1, "2026-02-01T10:00:00Z");
        events.merge(ID, null, 2, "2026-02-02T10:00:00Z");
        await().untilAsserted(
                        () ->
                                assertThat(records(Api::board, 500))
                                        .filteredOn(
                                                record ->
                                                        "merge-revision".equals(record.get("kind")))
                                        .singleElement()
                                        .asString()
                                        .contains("revision=2"));
        assertThat(records(Api::board, 500).toString()).doesNotContain(OTHER);
    }

    @Test
    void nobodyElseReadsIt() {
        Api.diplomate(OTHER).get(Api.path(ID, "personal-data")).then().statusCode(403);
        Api.board().get(Api.path(ID, "personal-data?cursor=x")).then().statusCode(400);
    }

    private static void post(String what, String body) {
        Api.board().body(body).post(Api.path(ID, what)).then().statusCode(201);
    }

    private static void awaitListed(String completion) {
        await().until(() -> listed(ID, completion) == 1);
    }

    private static long listed(String id, String completion) {
        return Api.board()
                .get(Api.path(id, "personal-data?limit=500"))
                .jsonPath()
                .getList("items.findAll{it.kind=='completion-revision'}.data.completion")
                .stream()
                .filter(completion::equals)
                .count();
    }

    private static List<Map<String, Object>> records(
            Supplier<RequestSpecification> caller, int limit) {
        List<Map<String, Object>> records = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            RequestSpecification request = caller.get().queryParam("limit", limit);
            if (!cursor.isEmpty()) {
                request.queryParam("cursor", cursor);
            }
            JsonPath page =
                    request.get(Api.path(ID, "personal-data"))
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            records.addAll(page.getList("items"));
            cursor = page.getString("nextCursor");
        }
        return records;
    }
}
