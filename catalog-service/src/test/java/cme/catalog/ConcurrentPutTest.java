package cme.catalog;

import static cme.catalog.Api.board;
import static cme.catalog.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Activities with one cap or one code are put at the same time.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ConcurrentPutTest extends ConcurrentChanges {

    @Test
    void theCapOfAGroupThatAnotherActivityJoinsIsNotChangedByOneOfThem() throws Exception {
        var only = suffix + "-1";
        var joining = suffix + "-2";
        assertThat(putCapped(only, 5).statusCode()).isEqualTo(201);

        Future<Response> join;
        Future<Response> change;
        try (var sameCode = jdbi.open()) {
            sameCode.begin();
            sameCode.execute(
                    """
                    insert into activity (code, title, provider, type, credits_confirmed, once_per,
                        status, revision, recorded_at, recorded_by, words)
                    values (?, 'Never', ?, 'COURSE', false, 'DATE', 'PROPOSED', 1, now(), 'test', '')
                    """,
                    joining,
                    suffix);
            join = start(() -> putCapped(joining, 5));
            awaitWaiting(1);
            change = start(() -> putCapped(only, 7));
            awaitWaiting(2);
            sameCode.rollback();
        }
        assertStatus(join, 201);

        problem(change.get().then(), 400, "invalid-request")
                .body("errors[0].code", equalTo("cap.differs"));
        Api.read(joining).body("cap.credits", equalTo(5.0f));
    }

    @Test
    void anActivityThatSomebodyElseAddedMeanwhileIsNotOverwritten() throws Exception {
        var code = suffix + "-2";
        putCapped(suffix + "-1", 5);

        Future<Response> proposal;
        try (var group = new Held(jdbi.open())) {
            group.handle().begin();
            group.handle().execute("update cap_group set credits = credits where code = ?", suffix);
            proposal = start(() -> putCapped(code, 5));
            awaitWaiting(1);
            assertThat(putCourse(code, "Somebody else's").statusCode()).isEqualTo(201);
        }
        assertStatus(proposal, 428);

        Api.read(code).body("revision", equalTo(1)).body("title", equalTo("Somebody else's"));
    }

    private Response putCapped(String code, int credits) {
        var cap = ", \"cap\": {\"group\": \"%s\", \"credits\": %d}}".formatted(suffix, credits);
        return board().headers(ifMatch(Api.ACTIVITIES + code))
                .body(Api.course("ASPS").replace("}", cap))
                .put(Api.ACTIVITIES + code);
    }
}
