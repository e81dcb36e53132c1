package cme.credit;

import static cme.credit.Callers.society;
import static cme.test.waiting.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cme.chassis.http.Admission;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// More comes than the database takes: what cannot be taken is refused while the others still wait,
/// and the moment the database goes on so does the service.
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class OverloadTest {

    private static final int REQUESTS = 600;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject CatalogEvents catalog;
    @Inject Jdbi jdbi;
    @Inject Admission admission;

    @TestHTTPResource("/v1/completions")
    URI completions;

    @ConfigProperty(name = "quarkus.management.test-port")
    int management;

    @ConfigProperty(name = "cme.chassis.max-requests-in-work")
    int limit;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void theSamplesAreKnown() {
        catalog.publishSamples();
        Callers.putSampleIdentities();
    }

    @Test
    void whatTheDatabaseCannotTakeIsRefusedAndNothingIsLost() {
        var answers = new java.util.ArrayList<CompletableFuture<HttpResponse<String>>>();
        jdbi.useTransaction(
                blocking -> {
                    blocking.execute("lock table completion in access exclusive mode");
                    answers.addAll(postAll());
                    await().until(() -> done(answers).size() >= REQUESTS - connections);
                    assertThat(admission.inWork()).isLessThanOrEqualTo(limit);
                    given().port(management).get("/q/health/live").then().statusCode(200);
                    assertThat(done(answers)).allSatisfy(OverloadTest::isRefused);
                });

        assertThat(
                        society("ASPS")
                                .contentType("application/json")
                                .body(Ledger.completion("AFTER-" + run, "1"))
                                .post("/v1/completions")
                                .statusCode())
                .isEqualTo(201);
        var first = answers.stream().map(CompletableFuture::join).toList();
        assertThat(first).filteredOn(answer -> answer.statusCode() == 201).isNotEmpty();
        assertThat(first)
                .filteredOn(answer -> answer.statusCode() != 201)
                .allSatisfy(OverloadTest::isRefused);
        await().until(() -> admission.inWork() == 0);

        retryUntilAccepted();
        assertThat(recorded()).isEqualTo(REQUESTS);
    }

    private List<CompletableFuture<HttpResponse<String>>> postAll() {
        var token = TestTokens.society("ASPS");
        return IntStream.range(0, REQUESTS)
                .mapToObj(i -> http.sendAsync(request(token, i), BodyHandlers.ofString()))
                .toList();
    }

    private HttpRequest request(String token, int number) {
        return HttpRequest.newBuilder(completions)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(Ledger.completion(run + "-" + number, "1")))
                .build();
    }

    private static List<HttpResponse<String>> done(
            List<CompletableFuture<HttpResponse<String>>> answers) {
        return answers.stream()
                .filter(CompletableFuture::isDone)
                .map(CompletableFuture::join)
                .toList();
    }

    private static void isRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
    }

    /// As a good client does.
    private void retryUntilAccepted() {
        await().until(
                        () ->
                                postAll().stream()
                                        .map(CompletableFuture::join)
                                        .allMatch(
                                                answer ->
                                                        List.of(200, 201)
                                                                .contains(answer.statusCode())));
    }

    private int recorded() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select count(*) from completion where external_id like :run")
                                .bind("run", run + "-%")
                                .mapTo(Integer.class)
                                .one());
    }
}
