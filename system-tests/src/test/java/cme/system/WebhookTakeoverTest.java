package cme.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cme.stack.client.Api;
import cme.stack.service.Service;
import cme.stack.service.ServiceProcess;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The instance that sends to webhooks is killed while it sends: another goes on, nothing is lost,
/// and the revisions of each completion come in order.
@ExtendWith(SharedSystem.class)
class WebhookTakeoverTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int COMPLETIONS = 5;
    private static final int REVISIONS = 12;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.createContext("/", this::receive);
        receiver.start();
    }

    @AfterEach
    void stopListening() {
        receiver.stop(0);
    }

    /// It takes its time, so that requests are on their way when their sender is killed.
    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            received.add(JSON.readTree(new String(body, StandardCharsets.UTF_8)).path("data"));
            await().pollDelay(Duration.ofMillis(40)).until(() -> true);
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Test
    void nothingIsLostOrOvertakenWhenTheSenderIsKilled(RunningSystem system) throws IOException {
        ServiceProcess first = system.stack().service(Service.CREDIT);
        assertThat(isSending(first)).isTrue();
        ServiceProcess second = system.stack().another(Service.CREDIT, List.of());
        system.stack().start(List.of(second));
        try {
            Api society = new Api(second.baseUrl(), () -> system.stack().tokens().society("ASPS"));
            society.put(
                            "/v1/completion-webhooks/takeover",
                            "{\"url\": \"http://localhost:%d/\"}"
                                    .formatted(receiver.getAddress().getPort()))
                    .expect(201);
            List<String> ids =
                    IntStream.range(0, COMPLETIONS)
                            .mapToObj(i -> post(system, society, i))
                            .toList();
            revise(society, ids, 2, REVISIONS / 2);
            await().atMost(PATIENCE).until(() -> received.size() >= COMPLETIONS);
            first.kill();
            revise(society, ids, REVISIONS / 2 + 1, REVISIONS);
            await().atMost(PATIENCE).until(() -> isComplete(ids));
            await().atMost(PATIENCE).until(() -> isSending(second));
            for (String id : ids) {
                assertThat(firstOccurrences(id))
                        .containsExactlyElementsOf(
                                IntStream.rangeClosed(1, REVISIONS).boxed().toList());
            }
        } finally {
            second.kill();
            first.start();
        }
    }

    /// Corrects each completion once for each revision. What is revised after the first sender was
    /// killed is left to the second, however fast the first was.
    private static void revise(Api society, List<String> ids, int from, int to) {
        for (int revision = from; revision <= to; revision++) {
            for (String id : ids) {
                society.with("If-Match", "\"" + (revision - 1) + "\"")
                        .put("/v1/completions/" + id, content(revision))
                        .expect(200);
            }
        }
    }

    private static String post(RunningSystem system, Api society, int number) {
        String diplomate = "72000" + number;
        system.introduce(diplomate, "Ada", "Osler");
        String posted =
                "{\"externalId\": \"TAKEOVER-%d\", \"diplomateId\": \"%s\", \"familyName\": \"Osler\","
                        .formatted(number, diplomate);
        return society.post("/v1/completions", posted + content(1).substring(1))
                .expect(201)
                .at("/id");
    }

    private static String content(int credits) {
        String reason = credits == 1 ? "" : ", \"reason\": \"Counted again\"";
        return "{\"title\": \"Rounds\", \"completedOn\": \"2026-03-02\", \"credits\": %d%s}"
                .formatted(credits, reason);
    }

    private boolean isComplete(List<String> ids) {
        return ids.stream().allMatch(id -> firstOccurrences(id).size() == REVISIONS);
    }

    private List<Integer> firstOccurrences(String id) {
        return received.stream()
                .filter(completion -> completion.path("id").asText().equals(id))
                .map(completion -> completion.path("revision").asInt())
                .distinct()
                .toList();
    }

    private static boolean isSending(ServiceProcess service) throws IOException {
        var metrics = URI.create(service.managementUrl() + "/q/metrics").toURL();
        try (var body = metrics.openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .anyMatch(line -> line.matches("cme_webhooks_sending\\S* 1\\.0"));
        }
    }
}
