package cme.catalog;

import static cme.catalog.Api.ACTIVITIES;
import static cme.catalog.Api.board;
import static cme.catalog.Api.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two transactions interleaved: the test holds a row that one of them needs, so that the other one
/// runs in the meantime.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ConcurrentChangesTest {

    @Inject Jdbi jdbi;

    private ExecutorService requests;
    private String suffix;
    private String procedure;
    private String provider;

    @BeforeEach
    void addReferenceData() {
        requests = Executors.newCachedThreadPool();
        suffix = "X" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
        procedure = "/v1/tracer-procedures/" + suffix;
        provider = "/v1/providers/" + suffix;
        assertThat(putProcedure("Oldprocedure" + suffix).statusCode()).isEqualTo(201);
        assertThat(putProvider("Oldprovider" + suffix).statusCode()).isEqualTo(201);
    }

    @AfterEach
    void stop() {
        requests.shutdownNow();
    }

    private Response putProcedure(String name) {
        return board().header("If-Match", "*")
                .body(
                        "{\"name\": \"%s\", \"module\": \"HAND\", \"source\": \"A test\"}"
                                .formatted(name))
                .put(procedure);
    }

    private Response putProvider(String name) {
        return board().header("If-Match", "*")
                .body("{\"name\": \"%s\"}".formatted(name))
                .put(provider);
    }

    private Response putCourse(String code, String title) {
        return board().headers(ifMatch(ACTIVITIES + code))
                .body(Api.course(suffix).replace("A course", title))
                .put(ACTIVITIES + code);
    }

    private static Map<String, String> ifMatch(String path) {
        return given().get(path).statusCode() == 404 ? Map.of() : Map.of("If-Match", "*");
    }

    private Response approve(String code) {
        return board().body(
                        "{\"purpose\": \"TRACER\", \"procedures\": [\"%s\"], \"from\": \"2026-01-01\"}"
                                .formatted(suffix))
                .post(ACTIVITIES + code + "/approvals");
    }

    private Response importTitle(String code, String title) {
        return board().contentType("text/csv")
                .body("code,title,provider,type\n%s,%s,%s,COURSE\n".formatted(code, title, suffix))
                .post(ACTIVITIES + "imports");
    }

    private Future<Response> start(Callable<Response> request) {
        return requests.submit(request);
    }

    /// A transaction that holds a row until it is closed.
    private record Held(Handle handle) implements AutoCloseable {

        @Override
        public void close() {
            handle.rollback();
            handle.close();
        }
    }

    private Held hold(String code) {
        var held = new Held(jdbi.open());
        held.handle().begin();
        held.handle()
                .createQuery("select 1 from activity where code = :code for update")
                .bind("code", code)
                .mapTo(int.class)
                .one();
        return held;
    }

    private void awaitWaiting(int transactions) {
        await().until(
                        () ->
                                jdbi.withHandle(
                                        h ->
                                                h.createQuery(
                                                                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                                                        .mapTo(int.class)
                                                        .one()),
                        waiting -> waiting == transactions);
    }

    private static void assertFound(String words, String... codes) {
        given().queryParam("q", words)
                .get("/v1/activities")
                .then()
                .body("items.code", containsInAnyOrder(codes));
    }

    private static void assertStatus(Future<Response> answer, int status) throws Exception {
        assertThat(answer.get().statusCode()).as(answer.get().asString()).isEqualTo(status);
    }

    @Test
    void anActivityThatIsApprovedWhileItsProcedureIsRenamedIsFoundByTheNewName() throws Exception {
        var other = suffix + "-1";
        var code = suffix + "-2";
        putCourse(other, "Other");
        approve(other);
        putCourse(code, "This");

        Future<Response> approval;
        Future<Response> renaming;
        try (var _ = hold(other)) {
            try (var _ = hold(code)) {
                approval = start(() -> approve(code));
                awaitWaiting(1);
                renaming = start(() -> putProcedure("Newprocedure" + suffix));
                awaitWaiting(2);
            }
            assertStatus(approval, 201);
        }
        assertStatus(renaming, 200);

        assertFound("Newprocedure" + suffix, other, code);
        assertFound("Oldprocedure" + suffix);
    }

    @Test
    void anActivityThatIsApprovedWhileItsProviderIsRenamedIsFoundByItsProcedure() throws Exception {
        var other = suffix + "-1";
        var code = suffix + "-2";
        putCourse(other, "Other");
        putCourse(code, "This");

        Future<Response> renaming;
        try (var _ = hold(other)) {
            renaming = start(() -> putProvider("Newprovider" + suffix));
            awaitWaiting(1);
            assertThat(approve(code).statusCode()).isEqualTo(201);
        }
        assertStatus(renaming, 200);

        assertFound("Oldprocedure" + suffix, code);
        assertFound("Newprovider" + suffix, other, code);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anEditAndTheRenamingOfItsProviderDoNotWaitForEachOther(boolean isImport) throws Exception {
        var other = suffix + "-1";
        var code = suffix + "-2";
        putCourse(other, "Other");
        putCourse(code, "This");

        Future<Response> renaming;
        Future<Response> edit;
        try (var _ = hold(other)) {
            renaming = start(() -> putProvider("Newprovider" + suffix));
            awaitWaiting(1);
            edit =
                    start(
                            () ->
                                    isImport
                                            ? importTitle(code, "Changed")
                                            : putCourse(code, "Changed"));
            awaitWaiting(2);
        }
        assertStatus(edit, 200);
        assertStatus(renaming, 200);

        assertFound("Newprovider" + suffix, other, code);
        assertFound("changed Newprovider" + suffix, code);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anActivityThatIsProposedWhileItsProviderIsRenamedIsFoundByTheNewName(boolean isImport)
            throws Exception {
        var other = suffix + "-1";
        var code = suffix + "-2";
        putCourse(other, "Other");

        Future<Response> renaming;
        Future<Response> proposal;
        try (var _ = hold(other)) {
            renaming = start(() -> putProvider("Newprovider" + suffix));
            awaitWaiting(1);
            proposal = start(() -> isImport ? importTitle(code, "This") : putCourse(code, "This"));
            awaitWaiting(2);
        }
        assertStatus(proposal, isImport ? 200 : 201);
        assertStatus(renaming, 200);

        assertFound("Newprovider" + suffix, other, code);
        assertFound("Oldprovider" + suffix);
    }

    /// The rows in between are rejected; they put the two activities into different batches.
    @Test
    void aLongImportAndTheRenamingOfAProcedureDoNotWaitForEachOther() throws Exception {
        var other = suffix + "-1";
        var code = suffix + "-2";
        for (var activity : new String[] {other, code}) {
            putCourse(activity, "Before");
            approve(activity);
        }
        var rows =
                "code,title\n%s,After\n%s%s,After\n"
                        .formatted(code, ",none\n".repeat(1_000), other);

        Future<Response> renaming;
        Future<Response> edit;
        try (var _ = hold(other)) {
            renaming = start(() -> putProcedure("Newprocedure" + suffix));
            awaitWaiting(1);
            edit =
                    start(
                            () ->
                                    board().contentType("text/csv")
                                            .body(rows)
                                            .post(ACTIVITIES + "imports"));
            awaitWaiting(2);
        }
        assertStatus(edit, 200);
        assertStatus(renaming, 200);

        assertThat(edit.get().<Integer>path("updated")).isEqualTo(2);
        assertFound("after Newprocedure" + suffix, other, code);
    }

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
        return board().headers(ifMatch(ACTIVITIES + code))
                .body(Api.course("ASPS").replace("}", cap))
                .put(ACTIVITIES + code);
    }
}
