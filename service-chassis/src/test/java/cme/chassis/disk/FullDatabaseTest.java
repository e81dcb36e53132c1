package cme.chassis.disk;

import static cme.test.waiting.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import cme.test.stack.DatabaseOwner;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The database refuses a write as it does when its disk is full.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class FullDatabaseTest {

    private final String key = UUID.randomUUID().toString();

    @ConfigProperty(name = "quarkus.management.test-port")
    int management;

    @AfterEach
    void makeRoom() {
        DatabaseOwner.execute("drop function if exists no_room() cascade");
    }

    @Test
    void aFullDiskRefusesChangesAndEndsReadinessUntilThereIsRoom() {
        DatabaseOwner.execute(
                """
                create function no_room() returns trigger language plpgsql as $$
                begin
                    raise exception using errcode = 'disk_full',
                        message = 'could not extend file "base/5/16384": No space left on device';
                end $$
                """,
                """
                create trigger no_room before insert on event_log for each row
                when (new.key = '%s') execute function no_room()
                """
                        .formatted(key));
        // Repeated because readiness comes back by itself after a while.
        await().untilAsserted(
                        () -> {
                            post(503).header("Retry-After", matchesPattern("[1-9][0-9]*"));
                            given().port(management)
                                    .get("/q/health/ready")
                                    .then()
                                    .statusCode(503)
                                    .body(state(), equalTo("FULL"));
                        });

        makeRoom();

        post(204);
        await().untilAsserted(
                        () ->
                                given().port(management)
                                        .get("/q/health/ready")
                                        .then()
                                        .statusCode(200)
                                        .body(state(), equalTo("OK")));
    }

    private static String state() {
        return "checks.find { it.name == 'disks' }.data.database";
    }

    private ValidatableResponse post(int status) {
        return given().contentType("application/json")
                .body("{\"revision\": 1}")
                .post("/v1/notes/" + key)
                .then()
                .statusCode(status);
    }
}
