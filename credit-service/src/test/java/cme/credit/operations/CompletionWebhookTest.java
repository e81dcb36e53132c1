package cme.credit.operations;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import cme.credit.Callers;
import cme.credit.CatalogEvents;
import cme.credit.Ledger;
import cme.test.stack.LocalStackResource;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class CompletionWebhookTest {

    private static final String HOOK = "/v1/completion-webhooks/meetings";

    @Inject CatalogEvents catalog;

    private final List<JsonPath> received = new CopyOnWriteArrayList<>();
    private HttpServer receiver;

    @BeforeEach
    void begin() throws IOException {
        catalog.publishSamples();
        Callers.putSampleIdentities();
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::receive);
        receiver.start();
    }

    @AfterEach
    void end() {
        receiver.stop(0);
        society("ASPS").delete(HOOK);
        society("ASSH").delete(HOOK);
        board().delete(HOOK);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            received.add(JsonPath.from(new String(body, StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private void put(RequestSpecification caller, String types) {
        caller.contentType("application/json")
                .body(
                        "{\"url\": \"http://localhost:%d/\", \"types\": [%s]}"
                                .formatted(receiver.getAddress().getPort(), types))
                .put(HOOK)
                .then()
                .statusCode(201);
    }

    private List<String> typesOf(String id) {
        return received.stream()
                .filter(event -> id.equals(event.getString("data.id")))
                .map(event -> event.getString("type"))
                .toList();
    }

    private static void withdraw(String id) {
        board().contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{\"reason\": \"Not attended\"}")
                .post("/v1/completions/" + id + "/withdrawal")
                .then()
                .statusCode(200);
    }

    @Test
    void aSocietyIsToldOfItsCompletionsAndNotOfThoseOfOthers() {
        put(society("ASPS"), "");
        put(society("ASSH"), "");
        String id = Ledger.postNew("1.5");
        withdraw(id);
        await().untilAsserted(
                        () ->
                                assertThat(typesOf(id))
                                        .containsExactly(
                                                "cme.credit.completion.recorded",
                                                "cme.credit.completion.withdrawn"));
        society("ASSH")
                .get(HOOK + "/deliveries")
                .then()
                .statusCode(200)
                .body("items", org.hamcrest.Matchers.empty());
    }

    @Test
    void theBoardIsToldOfTheTypesItWants() {
        put(board(), "\"cme.credit.completion.withdrawn\"");
        String id = Ledger.postNew("1.25");
        withdraw(id);
        await().untilAsserted(
                        () ->
                                assertThat(typesOf(id))
                                        .containsExactly("cme.credit.completion.withdrawn"));
    }
}
