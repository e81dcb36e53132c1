package cme.compliance.calendar;

import static cme.compliance.harness.Api.board;
import static cme.compliance.harness.Api.diplomate;
import static cme.compliance.harness.Api.path;
import static cme.compliance.harness.EventFixtures.completion;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.compliance.harness.Events;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The deadlines of a diplomate under an address that a calendar program subscribes to.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class CalendarFeedTest {

    private static final String ID = "012345";
    private static final String FEEDS = path(ID, "calendar-feeds");

    @Inject CleanDatabase database;
    @Inject Events events;
    @Inject Jdbi jdbi;

    /// Three findings of the five-year cycle are open.
    @BeforeEach
    void recordCycle() {
        database.wipe();
        Api.putCycle(ID, "five-year", 2024, "2023-11-14").then().statusCode(201);
        events.completions(completion("a", ID, "2026-02-01", "8"));
    }

    private static Response add() {
        Response answer = diplomate(ID).post(FEEDS);
        answer.then().statusCode(201);
        return answer;
    }

    private static String address() {
        return add().path("address");
    }

    private static String read(String address) {
        return given().get(address).then().statusCode(200).extract().asString();
    }

    private static Response revoke(String id) {
        return board().header("If-Match", "\"1\"")
                .queryParam("reason", "lost phone")
                .delete(FEEDS + "/" + id);
    }

    @Test
    void aFeedIsAddedReadWithoutATokenAndRevoked() {
        Response added = add();
        String id = added.path("id");
        added.then()
                .header("Location", containsString(FEEDS + "/" + id))
                .header("ETag", "\"1\"")
                .body("address", containsString("/v1/calendar-feeds/"))
                .body("revision", equalTo(1))
                .body("createdBy", equalTo(ID));
        given().get(added.<String>path("address"))
                .then()
                .statusCode(200)
                .contentType("text/calendar;charset=UTF-8")
                .header("Cache-Control", "private, no-cache")
                .body(containsString("METHOD:PUBLISH"));
        board().get(FEEDS).then().body("items.id", contains(id));
        assertThat(board().get(FEEDS).asString())
                .doesNotContain("address")
                .doesNotContain("calendar-feeds");

        revoke(id).then().statusCode(204);
        revoke(id).then().statusCode(204);
        given().get(added.<String>path("address")).then().statusCode(404);
        board().get(FEEDS).then().body("items", empty());
        assertThat(text("select reason || ' ' || recorded_by from calendar_feed"))
                .containsExactly("lost phone board");
    }

    @Test
    void aFeedIsRevokedWithItsVersionAndAReason() {
        String feed = FEEDS + "/" + add().<String>path("id");
        board().queryParam("reason", "r").delete(feed).then().statusCode(428);
        board().header("If-Match", "\"1\"")
                .delete(feed)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        board().header("If-Match", "\"2\"")
                .queryParam("reason", "r")
                .delete(feed)
                .then()
                .statusCode(412);
        revoke("00000000-0000-0000-0000-000000000000").then().statusCode(404);
        diplomate("999999")
                .header("If-Match", "\"1\"")
                .queryParam("reason", "r")
                .delete(feed)
                .then()
                .statusCode(403);
        String elsewhere = feed.replace(ID, "999999");
        Api.putCycle("999999", "five-year", 2024, "2023-11-14").then().statusCode(201);
        board().header("If-Match", "\"1\"")
                .queryParam("reason", "r")
                .delete(elsewhere)
                .then()
                .statusCode(404);
        board().get(FEEDS).then().body("items.revision", contains(1));
    }

    @Test
    void aDiplomateHasNoEndOfFeeds() {
        for (int i = 0; i < 10; i++) {
            add();
        }
        board().post(FEEDS)
                .then()
                .statusCode(409)
                .body("type", containsString("/calendar-feeds-too-many"));
        revoke(board().get(FEEDS).path("items[0].id")).then().statusCode(204);
        add();
    }

    @Test
    void withoutACycleThereIsNoFeed() {
        board().post(path("777777", "calendar-feeds"))
                .then()
                .statusCode(404)
                .body("type", containsString("/no-cycle"));
    }

    @Test
    void onlyAHashOfTheSecretIsKeptAndNothingOfItIsLogged() {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler listener = listener(logged);
        Logger.getLogger("").addHandler(listener);
        try {
            String address = address();
            String secret = secret(address);
            assertThat(secret).matches("[A-Za-z0-9_-]{43}");
            read(address);
            String wrong = address.replace(secret, "wrong-" + secret.substring(6));
            given().get(wrong).then().statusCode(404).body("detail", containsString("no such"));
            given().get(address.replace(secret, "%27")).then().statusCode(404);
            assertThat(logged).noneMatch(text -> text.contains(secret.substring(6)));
            assertThat(text("select to_jsonb(f)::text from calendar_feed f"))
                    .hasSize(1)
                    .noneMatch(row -> row.contains(secret))
                    .allMatch(row -> row.contains(new FeedSecret(secret).hash()));
            assertThat(new FeedSecret(secret).toString()).doesNotContain(secret);
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
    }

    private static String secret(String address) {
        return address.substring(address.lastIndexOf('/') + 1, address.length() - ".ics".length());
    }

    private static Handler listener(List<String> logged) {
        var listener =
                new Handler() {
                    @Override
                    public void publish(LogRecord entry) {
                        logged.add(entry.getMessage() + " " + entry.getThrown());
                    }

                    @Override
                    public void flush() {
                        // Nothing is buffered.
                    }

                    @Override
                    public void close() {
                        // Nothing is open.
                    }
                };
        listener.setLevel(Level.ALL);
        return listener;
    }

    private List<String> text(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
