package cme.compliance.operations;

import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.test.stack.LocalStackResource;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ReadinessWebhookTest {

    private static final String HOOK = "/v1/readiness-webhooks/front-end";

    @Inject CleanDatabase cleanDatabase;

    @BeforeEach
    void wipe() {
        cleanDatabase.wipe();
    }

    @Test
    void theBoardsAddressIsToldOfAStanding() throws IOException {
        List<String> received = new CopyOnWriteArrayList<>();
        HttpServer receiver =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        byte[] body = exchange.getRequestBody().readAllBytes();
                        received.add(new String(body, StandardCharsets.UTF_8));
                        exchange.sendResponseHeaders(204, -1);
                    }
                });
        receiver.start();
        try {
            Api.board()
                    .body(
                            "{\"url\": \"http://localhost:%d/\"}"
                                    .formatted(receiver.getAddress().getPort()))
                    .put(HOOK)
                    .then()
                    .statusCode(201);
            Api.putCycle("7002", "abps-cc-10y", 2021, "2020-11-14").then().statusCode(201);
            await().untilAsserted(
                            () ->
                                    assertThat(received)
                                            .anyMatch(
                                                    body ->
                                                            body.contains("\"subject\":\"7002\"")
                                                                    && body.contains(
                                                                            "cme.compliance.readiness.changed")));
        } finally {
            receiver.stop(0);
            Api.board().delete(HOOK).then().statusCode(204);
        }
    }
}
