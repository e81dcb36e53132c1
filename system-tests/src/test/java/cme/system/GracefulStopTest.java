package cme.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cme.stack.client.Answer;
import cme.stack.process.StackProcess;
import cme.stack.service.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A service that is told to stop (SIGTERM) says so first, finishes what it accepted, and goes.
@ExtendWith(SharedSystem.class)
class GracefulStopTest {

    private static final String DIPLOMATE = "012349";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void someDiplomate(RunningSystem system) {
        system.introduce(DIPLOMATE, "Ada", "Osler");
    }

    @Test
    void whatWasAcceptedIsFinished(RunningSystem system) throws SQLException {
        var credit = system.stack().service(Service.CREDIT);
        try (var connection = connection(system)) {
            lock(connection);
            var answer = CompletableFuture.supplyAsync(() -> post(system));
            await().atMost(PATIENCE).until(() -> somebodyWaits(connection));

            var stopped = CompletableFuture.runAsync(() -> credit.stop(Duration.ofSeconds(30)));
            await().atMost(PATIENCE).until(() -> readiness(credit.managementUrl()) == 503);
            assertThat(answer).isNotDone();
            assertThat(credit.isAlive()).isTrue();

            connection.rollback();
            assertThat(answer.join().status()).isEqualTo(201);
            stopped.join();
        } finally {
            startAgain(credit);
        }
        assertThat(post(system).status()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> arrived(system) == 1);
    }

    private static void startAgain(StackProcess service) {
        service.stop(Duration.ofSeconds(30));
        service.start();
    }

    private static Connection connection(RunningSystem system) throws SQLException {
        var database = system.stack().postgres().superuser().database(Service.CREDIT.database());
        var connection =
                DriverManager.getConnection(
                        database.url(), database.owner().username(), database.owner().password());
        connection.setAutoCommit(false);
        return connection;
    }

    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("lock table completion in access exclusive mode");
        }
    }

    private static boolean somebodyWaits(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var waiting =
                        statement.executeQuery(
                                "select from pg_locks where not granted and relation ="
                                        + " 'completion'::regclass")) {
            return waiting.next();
        }
    }

    private static Answer post(RunningSystem system) {
        return system.society("ASPS")
                .post(
                        "/v1/completions",
                        """
                        {"externalId": "STOP-1", "diplomateId": "%s", "familyName": "Osler",
                         "title": "Grand rounds", "completedOn": "2026-03-02", "credits": 1}
                        """
                                .formatted(DIPLOMATE));
    }

    private int readiness(String managementUrl) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(managementUrl + "/q/health/ready")).build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static int arrived(RunningSystem system) {
        return system.diplomate(DIPLOMATE)
                .get("/v1/diplomates/" + DIPLOMATE + "/status")
                .body()
                .at("/basis/completions")
                .asInt();
    }
}
