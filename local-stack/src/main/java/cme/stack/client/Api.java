package cme.stack.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/// One service, called with tokens of one kind.
///
/// @param base such as `http://127.0.0.1:8081`
/// @param token gives a fresh token, which is used for a third of its lifetime
/// @param header sent with each request besides; by name
/// @param patience how long to wait for an answer
public record Api(
        String base, Supplier<String> token, Map<String, String> header, Duration patience) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    public Api {
        token = ReusedToken.of(token);
    }

    public Api(String base, Supplier<String> token) {
        this(base, token, Map.of(), PATIENCE);
    }

    /// The same, sending one header more.
    public Api with(String name, String value) {
        return new Api(base, token, Map.of(name, value), patience);
    }

    /// The same, waiting so long for an answer.
    public Api within(Duration limit) {
        return new Api(base, token, header, limit);
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer put(String path, String json) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json)));
    }

    public Answer post(String path, String json) {
        return post(path, "application/json", json);
    }

    public Answer post(String path, String type, String content) {
        return post(path, type, content.getBytes(StandardCharsets.UTF_8));
    }

    public Answer post(String path, String type, byte[] content) {
        return send(
                request(path)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(content)));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(patience)
                        .header("Authorization", "Bearer " + token.get());
        header.forEach(request::header);
        return request;
    }

    /// @throws UncheckedIOException when the service cannot be reached or does not answer
    private static Answer send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofByteArray());
            return new Answer(
                    request.method() + " " + request.uri().getPath(),
                    answer.statusCode(),
                    answer.headers(),
                    json(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    private static JsonNode json(byte[] body) throws IOException {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
