package cme.portal.services;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A service that answers every question alike, over real HTTP, and keeps what it was asked.
public final class FakeService implements AutoCloseable {
    private final HttpServer server;
    private final List<Question> questions = new CopyOnWriteArrayList<>();
    private final AtomicLong received = new AtomicLong();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Answer answer = new Answer(200, "application/json", "{}", Map.of());

    /// @param headers in lower case
    public record Question(
            String method, String address, Map<String, String> headers, long bodyBytes) {}

    record Answer(int status, String type, String body, Map<String, String> headers) {}

    private FakeService(int port) throws IOException {
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public static FakeService start() {
        return startAt(0);
    }

    /// @param port 0 for any that is free
    public static FakeService startAt(int port) {
        try {
            return new FakeService(port);
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

    /// The next questions are read and not answered until the service is closed.
    public void answersNever() {
        answer = null;
    }

    /// How many bytes of bodies have come in so far.
    public long received() {
        return received.get();
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
        long bytes = drained(exchange.getRequestBody());
        questions.add(
                new Question(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        headers,
                        bytes));
        Answer now = answer;
        if (now == null) {
            awaitClosing();
            exchange.close();
            return;
        }
        byte[] body = now.body().getBytes(StandardCharsets.UTF_8);
        // The service of the next test has the same port, and none of the connections of this one.
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.getResponseHeaders().set("Content-Type", now.type());
        now.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(now.status(), body.length == 0 ? -1 : body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private long drained(InputStream body) throws IOException {
        long bytes = 0;
        byte[] buffer = new byte[1 << 16];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            bytes += read;
            received.addAndGet(read);
        }
        return bytes;
    }

    private void awaitClosing() {
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
