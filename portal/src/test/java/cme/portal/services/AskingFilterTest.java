package cme.portal.services;

import static org.assertj.core.api.Assertions.assertThat;

import cme.portal.services.FakeService.Question;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.Optional;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AskingFilterTest {
    private static FakeService service;
    private final Client client = ClientBuilder.newClient();

    @BeforeAll
    static void start() {
        service = FakeService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void close() {
        client.close();
        MDC.clear();
    }

    @Test
    void theVisitorsTokenIsSent() {
        assertThat(asked(() -> Optional.of("a.b.c")).headers())
                .containsEntry("authorization", "Bearer a.b.c");
    }

    @Test
    void aVisitorWhoHasNotSignedInSendsNoToken() {
        assertThat(asked(Optional::empty).headers()).doesNotContainKey("authorization");
    }

    @Test
    void theRequestIsKnownByTheSameIdEverywhere() {
        MDC.put("requestId", "known-1");
        assertThat(asked(Optional::empty).headers()).containsEntry("x-request-id", "known-1");
    }

    @Test
    void aQuestionOutsideOfARequestHasAnIdOfItsOwn() {
        String first = asked(Optional::empty).headers().get("x-request-id");
        assertThat(first)
                .isNotEmpty()
                .isNotEqualTo(asked(Optional::empty).headers().get("x-request-id"));
    }

    @Test
    void aBoundTokenComesBeforeTheVisitors() {
        Question question =
                new Asking(Optional.of("bound"), "known-2")
                        .during(
                                () ->
                                        asked(
                                                () -> {
                                                    throw new IllegalStateException("no scope");
                                                }));
        assertThat(question.headers())
                .containsEntry("authorization", "Bearer bound")
                .containsEntry("x-request-id", "known-2");
    }

    private Question asked(AccessToken visitor) {
        client.target(service.address())
                .register(new AskingFilter(visitor))
                .request()
                .get()
                .close();
        return service.questions().getLast();
    }
}
