package cme.portal.services;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RefusalMapperTest {
    private static FakeService service;
    private static Client client;

    @BeforeAll
    static void start() {
        service = FakeService.start();
        client = ClientBuilder.newClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        service.close();
    }

    @Test
    void problemDetailsAreReadWithEveryViolation() {
        service.answers(
                400,
                "application/problem+json",
                """
                {"type":"https://problems.cme.example/invalid-request","title":"Invalid request",
                 "status":400,"detail":"2 violations, see errors.","requestId":"r-1","later":{"a":1},
                 "errors":[{"pointer":"/credits","code":"credits.increment","detail":"In steps."},
                           {"pointer":"/rows/3/npi","code":"npi.check","detail":"No NPI."}]}
                """);
        ServiceProblem problem = problem();
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.type()).isEqualTo("https://problems.cme.example/invalid-request");
        assertThat(problem.code()).isEqualTo("invalid-request");
        assertThat(problem.title()).isEqualTo("Invalid request");
        assertThat(problem.detail()).isEqualTo("2 violations, see errors.");
        assertThat(problem.requestId()).contains("r-1");
        assertThat(problem.errors())
                .containsExactly(
                        new Violation("/credits", "credits.increment", "In steps."),
                        new Violation("/rows/3/npi", "npi.check", "No NPI."));
        assertThat(problem.errorsOf("npi"))
                .extracting(Violation::code)
                .containsExactly("npi.check");
        assertThat(problem.isOutage()).isFalse();
    }

    @Test
    void aMergedNumberNamesTheOtherOne() {
        service.answers(
                404,
                "application/problem+json",
                """
                {"type":"https://problems.cme.example/merged","title":"Merged","mergedInto":"012346"}
                """);
        ServiceProblem problem = problem();
        assertThat(problem.mergedInto()).contains("012346");
        assertThat(problem.detail()).isEqualTo("Merged");
    }

    @Test
    void aBusyServiceSaysWhenToAskAgain() {
        service.answers(
                503,
                "application/problem+json",
                "{\"type\":\"https://problems.cme.example/unavailable\",\"title\":\"Unavailable\"}",
                Map.of("Retry-After", "2"));
        ServiceProblem problem = problem();
        assertThat(problem.retryAfter()).contains(Duration.ofSeconds(2));
        assertThat(problem.isOutage()).isTrue();
    }

    @Test
    void thePageOfAGatewayBecomesAPlainSentence() {
        service.answers(502, "text/html", "<h1>Bad Gateway</h1>", Map.of("Retry-After", "soon"));
        ServiceProblem problem = problem();
        assertThat(problem.status()).isEqualTo(502);
        assertThat(problem.type()).isEqualTo("about:blank");
        assertThat(problem.detail()).isEqualTo("A part of the system does not answer right now.");
        assertThat(problem.retryAfter()).isEmpty();
        assertThat(problem.isOutage()).isTrue();
    }

    @Test
    void anEmptyRefusalIsARefusalToo() {
        service.answers(403, "text/plain", "", Map.of("X-Request-Id", "r-2"));
        ServiceProblem problem = problem();
        assertThat(problem.status()).isEqualTo(403);
        assertThat(problem.detail()).isEqualTo("The request was refused.");
        assertThat(problem.requestId()).contains("r-2");
    }

    @Test
    void aStaleChangeIsKnownByItsStatus() {
        service.answers(412, "application/problem+json", "{\"title\":\"Changed in the meantime\"}");
        assertThat(problem().isStale()).isTrue();
    }

    private static ServiceProblem problem() {
        try (Response answer = client.target(service.address()).request().get()) {
            return new RefusalMapper().toThrowable(answer);
        }
    }
}
