package cme.portal.services;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A service that answers every question alike, over real HTTP, and keeps what it was asked.
public final class FakeService implements AutoCloseable {
    private final HttpServer server;
    private final List<Question> questions = new CopyOnWriteArrayList<>();
    private volatile Answer answer = new Answer(200, "application/json", "{}", Map.of());

    /// @param headers in lower case
    public record Question(
            String method, String address, Map<String, String> headers, long bodyBytes) {}

    record Answer(int status, String type, String body, Map<String, String> headers) {}

    private FakeService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public static FakeService start() {
        try {
            return new FakeService();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void answers(int status, String type, String body, Map<String, String> headers) {
        answer = new Answer(status, type, body, headers);
    }

    public void answers(int status, String type, String body) {
        answers(status, type, body, Map.of());
    }

    public List<Question> questions() {
        return List.copyOf(questions);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) ->
                                headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        long bytes = exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        questions.add(
                new Question(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        headers,
                        bytes));
        Answer now = answer;
        byte[] body = now.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", now.type());
        now.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(now.status(), body.length == 0 ? -1 : body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
