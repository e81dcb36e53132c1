package cme.catalog;

import static cme.catalog.Api.ACTIVITIES;
import static cme.catalog.Api.board;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cme.test.stack.DatabaseOwner;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A change and its event are one transaction: when the event cannot be written, the change is not
/// there either.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class AtomicityTest {

    private final String key = "X" + System.nanoTime();

    @Inject Jdbi jdbi;

    /// The log takes no event of the key after those that it has.
    private void refuseEvents() {
        DatabaseOwner.execute(
                "alter table event_log add constraint refused check (key <> '%s') not valid"
                        .formatted(key));
    }

    @AfterEach
    void takeEvents() {
        DatabaseOwner.execute("alter table event_log drop constraint if exists refused");
    }

    private List<String> events() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select payload::text from event_log where key = :key order"
                                                + " by 1")
                                .bind("key", key)
                                .mapTo(String.class)
                                .list());
    }

    private void failsWhole(String path, String first, String second) {
        board().body(first).put(path).then().statusCode(201);
        String before = board().get(path).asString();
        List<String> events = events();
        refuseEvents();

        int status = board().header("If-Match", "*").body(second).put(path).statusCode();

        assertThat(status).isEqualTo(500);
        assertThat(board().get(path).asString()).isEqualTo(before);
        assertThat(events()).isEqualTo(events);
    }

    @Test
    void aProviderIsChangedWithItsEvent() {
        failsWhole("/v1/providers/" + key, "{\"name\": \"First\"}", "{\"name\": \"Second\"}");
    }

    @Test
    void aTracerProcedureIsChangedWithItsEvent() {
        String body = "{\"name\": \"First\", \"module\": \"HAND\", \"source\": \"A test\"}";
        failsWhole("/v1/tracer-procedures/" + key, body, body.replace("First", "Second"));
    }

    @Test
    void anActivityIsChangedWithItsEvent() {
        String body = Api.course("ASPS");
        failsWhole(ACTIVITIES + key, body, body.replace("A course", "Another course"));
    }

    @Test
    void anApprovalIsGivenWithItsEvent() {
        board().body(Api.course("ASPS")).put(ACTIVITIES + key).then().statusCode(201);
        String before = board().get(ACTIVITIES + key).asString();
        refuseEvents();

        int status =
                board().body(Api.SAFETY_2026).post(ACTIVITIES + key + "/approvals").statusCode();

        assertThat(status).isEqualTo(500);
        assertThat(board().get(ACTIVITIES + key).asString()).isEqualTo(before);
        assertThat(events()).hasSize(1);
    }

    @Test
    void aCapIsChangedWithTheEventsOfItsGroup() {
        String group = "/v1/cap-groups/G" + key;
        String cap = ", \"cap\": {\"group\": \"G%s\", \"credits\": 5}}".formatted(key);
        board().body(Api.course("ASPS").replace("}", cap))
                .put(ACTIVITIES + key)
                .then()
                .statusCode(201);
        String before = given().get(group).asString();
        refuseEvents();

        int status =
                board().header("If-Match", "*").body("{\"credits\": 6}").put(group).statusCode();

        assertThat(status).isEqualTo(500);
        assertThat(given().get(group).asString()).isEqualTo(before);
        assertThat(events()).hasSize(1);
    }
}
