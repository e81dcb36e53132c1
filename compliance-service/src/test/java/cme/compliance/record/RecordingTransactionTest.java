package cme.compliance.record;

import static cme.compliance.harness.Api.board;
import static cme.compliance.harness.Api.path;
import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.test.stack.DatabaseOwner;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A revision, the status and the readiness event that follow from it are one transaction: if one
/// of them cannot be written, none is.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class RecordingTransactionTest {

    private static final String ID = "012345";
    private static final String WAIVED =
            """
            {"requirement":"cme-total","dueYear":6,"decision":"WAIVED","reason":"r"}\
            """;

    @Inject CleanDatabase database;
    @Inject Jdbi jdbi;

    @BeforeEach
    void recordCycle() {
        database.wipe();
        Api.putCycle(ID, "abps-cc-10y", 2021, "2020-11-14").then().statusCode(201);
        DatabaseOwner.execute(
                """
                create function refuse() returns trigger language plpgsql as
                $$ begin raise exception 'refused by a test'; end $$
                """);
    }

    @AfterEach
    void acceptAgain() {
        DatabaseOwner.execute("drop function refuse() cascade");
    }

    private List<String> stored() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select 'decision ' || revision from decision_revision
                                        union all select 'status ' || version from status
                                        union all select 'finding ' || state from finding
                                            where requirement = 'cme-total' and due_year = 6
                                        union all select type from event_log
                                        """)
                                .mapTo(String.class)
                                .list());
    }

    /// A deferred trigger refuses at the commit, when everything else is written.
    @ParameterizedTest
    @ValueSource(strings = {"decision_revision", "status", "finding", "event_log"})
    void nothingIsKeptIfATableRefusesAtTheCommit(String table) {
        List<String> before = stored();
        DatabaseOwner.execute(
                """
                create constraint trigger refuse after insert or update on %s
                deferrable initially deferred for each row execute function refuse()
                """
                        .formatted(table));
        board().body(WAIVED).post(path(ID, "decisions")).then().statusCode(500);
        assertThat(stored()).containsExactlyInAnyOrderElementsOf(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "finding", "event_log"})
    void nothingIsRecordedIfWhatFollowsFails(String table) {
        List<String> before = stored();
        DatabaseOwner.execute(
                """
                create trigger refuse before insert or update on %s
                for each row execute function refuse()
                """
                        .formatted(table));
        board().body(WAIVED).post(path(ID, "decisions")).then().statusCode(500);
        assertThat(stored()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void everythingIsWrittenTogether() {
        board().body(WAIVED).post(path(ID, "decisions")).then().statusCode(201);
        assertThat(stored())
                .containsExactlyInAnyOrder(
                        "decision 1",
                        "status 2",
                        "finding WAIVED",
                        "cme.compliance.cycle.recorded",
                        "cme.compliance.readiness.changed",
                        "cme.compliance.decision.recorded",
                        "cme.compliance.readiness.changed");
    }
}
