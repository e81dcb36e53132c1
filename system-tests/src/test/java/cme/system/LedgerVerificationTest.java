package cme.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cme.stack.postgres.Database;
import cme.stack.postgres.Superuser;
import cme.stack.service.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// `./cme verify` agrees with what the services wrote, and names what the database's superuser
/// altered; the health of the service tells it without being asked, with the settings as they are.
@ExtendWith(SharedSystem.class)
class LedgerVerificationTest {

    private static final Duration TOLD_WITHIN = Duration.ofMinutes(1);
    private static final String ID = "909021";
    private static final String OTHER_ID = "909022";

    private record Verified(int exitCode, String output) {}

    @Test
    void anAlteredCreditAndAnAlteredNameAreToldWithinAMinuteAndNamed(RunningSystem system)
            throws Exception {
        system.introduce(ID, "Ada", "Ledger");
        system.introduce(OTHER_ID, "Ada", "Lovelace");
        String completion =
                system.society("ASPS")
                        .post(
                                "/v1/completions",
                                """
                                {"externalId": "LEDGER-21", "diplomateId": "%s", "familyName": "Ledger",
                                 "title": "Grand rounds", "completedOn": "2026-10-04", "credits": 1.5}
                                """
                                        .formatted(ID))
                        .expect(200, 201)
                        .at("/id");
        await().atMost(Duration.ofMinutes(2)).until(() -> wellness(system).statusCode() == 200);
        Verified before = verify(system);
        assertThat(before.output()).contains("credit-service", "compliance-service", "all agree");
        assertThat(before.exitCode()).as(before.output()).isZero();

        String credits = "update completion set credits = %s where id = '" + completion + "'";
        String name = "update identity set family_name = '%s' where diplomate_id = '%s'";
        alter(system, credits.formatted("60"));
        alter(system, name.formatted("Loveless", OTHER_ID));
        try {
            await().atMost(TOLD_WITHIN)
                    .untilAsserted(
                            () -> {
                                HttpResponse<String> wellness = wellness(system);
                                assertThat(wellness.statusCode()).isEqualTo(503);
                                assertThat(wellness.body())
                                        .contains(
                                                "ROW_DIFFERS in completion",
                                                "ROW_DIFFERS in identity");
                            });
            assertThat(answer(system, "/q/health/ready").statusCode()).isEqualTo(200);
            Verified altered = verify(system);
            assertThat(altered.exitCode()).isEqualTo(1);
            assertThat(altered.output())
                    .contains("ROW_DIFFERS in completion", "subject " + ID, completion)
                    .contains("ROW_DIFFERS in identity", "subject " + OTHER_ID);
        } finally {
            alter(system, credits.formatted("1.5"));
            alter(system, name.formatted("Lovelace", OTHER_ID));
        }
        await().atMost(TOLD_WITHIN).until(() -> wellness(system).statusCode() == 200);
        Verified after = verify(system);
        assertThat(after.exitCode()).as(after.output()).isZero();
    }

    private static HttpResponse<String> wellness(RunningSystem system)
            throws IOException, InterruptedException {
        return answer(system, "/q/health/well");
    }

    private static HttpResponse<String> answer(RunningSystem system, String path)
            throws IOException, InterruptedException {
        String management = system.stack().service(Service.CREDIT).managementUrl();
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(management + path)).build();
            return http.send(request, BodyHandlers.ofString());
        }
    }

    private static void alter(RunningSystem system, String sql) throws SQLException {
        Superuser superuser = system.stack().postgres().superuser();
        Database credit = superuser.database(Service.CREDIT.database());
        try (var connection = superuser.connect(credit.url());
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private static Verified verify(RunningSystem system) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "cme.stack.Main",
                                "verify",
                                "--data",
                                system.stack().folder().root().toString())
                        .redirectErrorStream(true)
                        .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Verified(process.waitFor(), output);
    }
}
