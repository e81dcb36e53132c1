package cme.catalog;

import static cme.catalog.Api.ACTIVITIES;
import static cme.catalog.Api.board;
import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;

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

/// Two transactions interleaved: the test holds a row that one of them needs, so that the other one
/// runs in the meantime.
abstract class ConcurrentChanges {

    @Inject Jdbi jdbi;

    private ExecutorService requests;
    String suffix;
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

    Response putProcedure(String name) {
        return board().headers(ifMatch(procedure))
                .body(
                        "{\"name\": \"%s\", \"module\": \"HAND\", \"source\": \"A test\"}"
                                .formatted(name))
                .put(procedure);
    }

    Response putProvider(String name) {
        return board().headers(ifMatch(provider))
                .body("{\"name\": \"%s\"}".formatted(name))
                .put(provider);
    }

    Response putCourse(String code, String title) {
        return board().headers(ifMatch(ACTIVITIES + code))
                .body(Api.course(suffix).replace("A course", title))
                .put(ACTIVITIES + code);
    }

    static Map<String, String> ifMatch(String path) {
        return board().get(path).statusCode() == 404 ? Map.of() : Map.of("If-Match", "*");
    }

    Response approve(String code) {
        return board().body(
                        "{\"purpose\": \"TRACER\", \"procedures\": [\"%s\"], \"from\": \"2026-01-01\"}"
                                .formatted(suffix))
                .post(ACTIVITIES + code + "/approvals");
    }

    Response importTitle(String code, String title) {
        return board().contentType("text/csv")
                .body("code,title,provider,type\n%s,%s,%s,COURSE\n".formatted(code, title, suffix))
                .post(ACTIVITIES + "imports");
    }

    Future<Response> start(Callable<Response> request) {
        return requests.submit(request);
    }

    /// A transaction that holds a row until it is closed.
    record Held(Handle handle) implements AutoCloseable {

        @Override
        public void close() {
            handle.rollback();
            handle.close();
        }
    }

    Held hold(String code) {
        var held = new Held(jdbi.open());
        held.handle().begin();
        held.handle()
                .createQuery("select 1 from activity where code = :code for update")
                .bind("code", code)
                .mapTo(int.class)
                .one();
        return held;
    }

    void awaitWaiting(int transactions) {
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

    static void assertFound(String words, String... codes) {
        board().queryParam("q", words)
                .get("/v1/activities")
                .then()
                .body("items.code", containsInAnyOrder(codes));
    }

    static void assertStatus(Future<Response> answer, int status) throws Exception {
        assertThat(answer.get().statusCode()).as(answer.get().asString()).isEqualTo(status);
    }
}
