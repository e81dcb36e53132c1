package cme.portal.services;

import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cme.portal.catalog.Activity;
import cme.portal.catalog.CatalogClient;
import cme.portal.compliance.ComplianceClient;
import cme.portal.compliance.ComplianceFileClient;
import cme.portal.credit.CreditClient;
import cme.portal.credit.CreditFileClient;
import cme.portal.page.Concurrently;
import cme.portal.services.FakeService.Question;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The clients as the pages have them, against a service of the test.
@QuarkusTest
@TestProfile(ServiceClientsTest.OneService.class)
class ServiceClientsTest {

    @Alternative
    @ApplicationScoped
    static class SignedIn implements AccessToken {
        @Override
        public Optional<String> value() {
            return Optional.of("visitors-token");
        }
    }

    public static class OneService implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            String port = Integer.toString(freePort());
            return Map.of(
                    "test.port",
                    port,
                    "quarkus.rest-client.catalog.url",
                    "http://127.0.0.1:" + port,
                    "quarkus.rest-client.credit.url",
                    "http://127.0.0.1:" + port,
                    "quarkus.rest-client.compliance.url",
                    "http://127.0.0.1:" + freePort(),
                    "quarkus.rest-client.compliance-files.url",
                    "http://127.0.0.1:" + port,
                    "quarkus.rest-client.compliance-files.read-timeout",
                    "200",
                    "quarkus.oidc.tenant-enabled",
                    "false");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(SignedIn.class);
        }

        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final String ACTIVITY =
            """
            {"code":"A-1","title":"Hands","provider":"ASPS","type":"HOLOGRAM","url":null,
             "credits":1.50,"patientSafetyCredits":null,"creditsConfirmed":true,"oncePer":"WINDOW",
             "creditsPer":"COMPLETION","cap":null,"offeredFrom":null,"offeredUntil":"2026-12-31",
             "duration":null,"status":"APPROVED","retirement":null,"revision":3,
             "updatedAt":"2026-11-01T10:00:00Z","inventedLater":{"deep":[1]}}
            """;

    @RestClient CatalogClient catalog;
    @RestClient CreditClient credit;
    @RestClient CreditFileClient creditFiles;
    @RestClient ComplianceClient compliance;
    @RestClient ComplianceFileClient complianceFiles;
    @Inject Concurrently concurrently;

    @ConfigProperty(name = "test.port")
    int port;

    private FakeService service;

    @BeforeEach
    void start() {
        service = FakeService.startAt(port);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void anAnswerOfALaterVersionIsReadWithItsTag() {
        service.answers(200, "application/json", ACTIVITY, Map.of("ETag", "\"3\""));
        var activity = Versioned.of(catalog.activity("A-1"));
        assertThat(activity.tag()).isEqualTo("\"3\"");
        assertThat(activity.value())
                .extracting(Activity::type, Activity::credits, Activity::offeredUntil)
                .containsExactly("HOLOGRAM", new BigDecimal("1.50"), LocalDate.of(2026, 12, 31));
        assertThat(activity.value().approvals()).isEmpty();
    }

    @Test
    void onlyWhatIsAskedForIsInTheAddress() {
        service.answers(200, "application/json", "{\"items\":[],\"nextCursor\":null}");
        catalog.activities("hand surgery", null, null, null, null, null, null, true, 20, null);
        credit.transcript(
                "012345", null, null, List.of("2024-01-01..2024-12-31", "2025-01-01..2025-12-31"));
        assertThat(service.questions())
                .extracting(Question::address)
                .containsExactly(
                        "/v1/activities?q=hand+surgery&facets=true&limit=20",
                        "/v1/transcripts/012345?window=2024-01-01..2024-12-31"
                                + "&window=2025-01-01..2025-12-31");
    }

    @Test
    void theVisitorsTokenGoesWithEveryQuestionOfEveryThread() {
        service.answers(200, "application/json", ACTIVITY);
        catalog.activity("A-1");
        concurrently.ask(() -> catalog.activity("A-2")).value();
        assertThat(service.questions())
                .extracting(question -> question.headers().get("authorization"))
                .containsExactly("Bearer visitors-token", "Bearer visitors-token");
    }

    @Test
    void aChangeNamesTheVersionThatWasSeen() {
        service.answers(204, "application/json", "");
        catalog.removeRetirement("A-1", "\"3\"", "A mistake");
        assertThat(service.questions().getFirst())
                .satisfies(asked -> assertThat(asked.headers()).containsEntry("if-match", "\"3\""))
                .satisfies(
                        asked ->
                                assertThat(asked.address())
                                        .isEqualTo(
                                                "/v1/activities/A-1/retirement?reason=A+mistake"));
    }

    @Test
    void aRefusalSaysWhatTheServiceSays() {
        service.answers(
                412,
                "application/problem+json",
                "{\"type\":\"https://problems.cme.example/stale\",\"detail\":\"Now 4.\"}");
        assertProblem(() -> catalog.activity("A-1"), 412, "Now 4.");
    }

    @Test
    void aRefusalOfAFileSaysWhatTheServiceSays() {
        service.answers(404, "application/problem+json", "{\"detail\":\"No such diplomate.\"}");
        assertProblem(
                () -> credit.transcriptAsPdf("9", null, null, List.of()),
                404,
                "No such diplomate.");
    }

    @Test
    void aServiceThatIsDownIsAProblemInWords() {
        assertProblem(
                () -> compliance.status("012345", null, null, null),
                503,
                "The assessment of requirements does not answer right now. Please try again in a"
                        + " moment.");
    }

    @Test
    void aServiceThatDoesNotAnswerInTimeIsAProblemInWords() {
        service.answersNever();
        assertProblem(
                () ->
                        complianceFiles.importCycles(
                                "text/csv", true, null, InputStream.nullInputStream()),
                503,
                "The assessment of requirements does not answer right now. Please try again in a"
                        + " moment.");
    }

    @Test
    void anAnswerThatCannotBeReadIsAProblemInWords() {
        service.answers(200, "application/json", "{\"code\":");
        assertProblem(
                () -> catalog.activity("A-1"),
                503,
                "The catalog does not answer right now. Please try again in a moment.");
    }

    private static void assertProblem(ThrowingCallable question, int status, String detail) {
        assertThatThrownBy(question)
                .isInstanceOfSatisfying(
                        ServiceProblem.class,
                        problem -> {
                            assertThat(problem.status()).isEqualTo(status);
                            assertThat(problem.detail()).isEqualTo(detail);
                        });
    }

    @Test
    void aFileIsPassedOnAsItComes() throws IOException {
        service.answers(200, "text/csv", "a;b", Map.of("Link", "</v1/x>; rel=\"next\""));
        RestResponse<InputStream> file = credit.rosterRowsAsTable("r", null, null, null);
        try (InputStream body = file.getEntity()) {
            assertThat(body).hasBinaryContent("a;b".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(file.getHeaderString("Link")).isEqualTo("</v1/x>; rel=\"next\"");
        assertThat(service.questions().getFirst().headers()).containsEntry("accept", "text/csv");
    }

    /// The second half is given out only when the service has received some of the first one.
    @Test
    void aRosterIsSentWhileItIsRead() {
        service.answers(
                200,
                "application/json",
                """
                {"id":null,"externalId":"E","status":"RECORDED","dryRun":true,"rows":0,"recorded":0,
                 "reinstated":0,"duplicate":0,"withdrawn":0,"conflict":0,"held":0,"rejected":0,
                 "notices":[],"results":[],"moreRejected":0}
                """);
        int half = 32 << 20;
        var file = new HalvedStream(half, () -> await().until(() -> service.received() > 0));
        assertThat(
                        creditFiles.postRoster(
                                "text/csv;charset=utf-8", "E", true, null, null, null, file))
                .satisfies(result -> assertThat(result.dryRun()).isTrue());
        assertThat(service.questions().getFirst())
                .satisfies(asked -> assertThat(asked.bodyBytes()).isEqualTo(2L * half))
                .satisfies(
                        asked ->
                                assertThat(asked.headers())
                                        .containsEntry("content-type", "text/csv;charset=utf-8"));
    }

    /// Zeros that are made when they are read.
    private static final class HalvedStream extends InputStream {
        private final int half;
        private final Runnable between;
        private int given;

        HalvedStream(int half, Runnable between) {
            this.half = half;
            this.between = between;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("Only whole buffers are read");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (given == 2 * half) {
                return -1;
            }
            if (given == half) {
                between.run();
            }
            int now = Math.min(length, given < half ? half - given : 2 * half - given);
            given += now;
            return now;
        }
    }
}
