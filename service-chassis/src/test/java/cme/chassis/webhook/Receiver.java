package cme.chassis.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.restassured.path.json.JsonPath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A receiver of webhooks that remembers what it got and answers as a test wants.
final class Receiver implements AutoCloseable {

    /// A request that was answered.
    record Received(String path, Map<String, String> headers, String body, int status) {

        String id() {
            return headers.get("webhook-id");
        }

        /// The headers as the library of Standard Webhooks takes them.
        Map<String, List<String>> headerLists() {
            return headers.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue())));
        }

        String subject() {
            return JsonPath.from(body).getString("subject");
        }

        int revision() {
            return JsonPath.from(body).getInt("data.revision");
        }
    }

    /// An answer, with a header of its own or none.
    record Reply(int status, String header, String value) {

        static Reply of(int status) {
            return new Reply(status, "", "");
        }
    }

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Function<Received, Reply> replies = _ -> Reply.of(204);

    private Receiver(int port) throws IOException {
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    static Receiver start() {
        return onPort(0);
    }

    static Receiver onPort(int port) {
        try {
            return new Receiver(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void answer(Function<Received, Reply> with) {
        replies = with;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://localhost:" + port() + "/hook?of=test";
    }

    List<Received> all() {
        return List.copyOf(received);
    }

    /// The revisions that were accepted, each once, in the order in which they first came.
    List<Integer> accepted(String subject) {
        return received.stream()
                .filter(one -> one.status() < 300 && one.subject().equals(subject))
                .map(Received::revision)
                .distinct()
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = new java.util.TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name, values.getFirst()));
            String path = exchange.getRequestURI().toString();
            Reply reply = replies.apply(new Received(path, headers, body, 0));
            if (!reply.header().isEmpty()) {
                exchange.getResponseHeaders().add(reply.header(), reply.value());
            }
            received.add(new Received(path, headers, body, reply.status()));
            exchange.sendResponseHeaders(reply.status(), -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
