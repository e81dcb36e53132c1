package cme.compliance.status;

import static cme.compliance.harness.EventFixtures.activity;
import static cme.compliance.harness.EventFixtures.approve;
import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.diplomate.Assessor;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.compliance.harness.Events;
import cme.compliance.rules.DiplomateId;
import cme.test.stack.LocalStackResource;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A change that arrives during an assessment waits for it and builds on it.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class InterleavingTest {

    private static final String ID = "012345";

    @Inject CleanDatabase cleanDatabase;
    @Inject Events events;
    @Inject Jdbi jdbi;
    @Inject Diplomates diplomates;
    @Inject Assessor assessor;

    @BeforeEach
    void recordCycle() {
        cleanDatabase.wipe();
        events.activity(activity("COURSE", "2", "0"));
        Api.putCycle(ID, "abps-cc-10y", 2021, "2020-11-14").then().statusCode(201);
        Api.board()
                .body("{\"procedure\":\"CARPAL_TUNNEL\"}")
                .put(Api.path(ID, "tracers/6"))
                .then()
                .statusCode(201);
    }

    /// Does the same as the projection, up to the commit.
    private void takeInCompletion(Handle transaction) {
        var ids = Set.of(new DiplomateId(ID));
        diplomates.holdActivities(transaction);
        transaction.execute(
                """
                insert into completion_revision values ('a', 1, ?, 'RECORDED', 'COURSE', null,
                    '2026-02-01', 2, 0, 'PROVIDER', '2026-02-01T18:00:00Z')
                """,
                ID);
        diplomates.lock(transaction, ids);
        assessor.assess(transaction, ids, "test");
    }

    /// Starts another change between the assessment and its commit, and waits until it is blocked.
    private void meanwhile(Runnable other) throws Exception {
        try (ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor();
                Handle handle = jdbi.open()) {
            handle.begin();
            takeInCompletion(handle);
            Future<?> change = caller.submit(other);
            await().until(this::somebodyWaits);
            handle.commit();
            change.get();
        }
    }

    private boolean somebodyWaits() {
        return jdbi.withHandle(
                handle ->
                        handle.select(
                                        """
                                        select exists (
                                            select from pg_stat_activity
                                            where datname = current_database()
                                              and wait_event_type = 'Lock')
                                        """)
                                .mapTo(Boolean.class)
                                .one());
    }

    private String stored(String json) {
        return jdbi.withHandle(
                handle ->
                        handle.select("select body::json #>> ?::text[] from status", json)
                                .mapTo(String.class)
                                .one());
    }

    @Test
    void aDecisionBuildsOnTheCompletionThatIsBeingTakenIn() throws Exception {
        meanwhile(
                () ->
                        Api.board()
                                .body(
                                        """
                                        {"requirement":"cme-total","dueYear":3,"decision":"WAIVED",
                                         "reason":"r"}""")
                                .post(Api.path(ID, "decisions"))
                                .then()
                                .statusCode(201));
        assertThat(stored("{basis,completions}")).isEqualTo("1");
        assertThat(stored("{findings,0,state}")).isEqualTo("WAIVED");
    }

    @Test
    void anApprovalReachesTheCompletionThatIsBeingTakenIn() throws Exception {
        ObjectNode approved = activity("COURSE", "2", "0").put("revision", 2);
        meanwhile(
                () -> events.activity(approve(approved, "TRACER", "2025-01-01", "CARPAL_TUNNEL")));
        await().until(this::tracerState, "MET"::equals);
    }

    private String tracerState() {
        return jdbi.withHandle(
                handle ->
                        handle.select(
                                        """
                                        select state from finding
                                        where requirement = 'tracer-activity' and due_year = 6
                                        """)
                                .mapTo(String.class)
                                .one());
    }
}
