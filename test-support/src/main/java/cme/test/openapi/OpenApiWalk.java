package cme.test.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Sends valid and nearly valid requests to every operation of a service's document, always the
/// same ones. Each must be answered as the document says, and none by a failure. A service's test
/// extends this class.
public abstract class OpenApiWalk {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int MOST_SHOWN = 40;
    private static final int MOST_CHARS = 300;

    /// Of a resource that the walk does not have: nothing is stored there.
    private static final int NOT_FOUND = 404;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// Texts in the place of those in the examples, so that the walk changes nothing that other
    /// tests look at; and values of variables by operation and name, such as `getRoster.id`, or
    /// `*.id` for every operation.
    protected abstract Map<String, String> values();

    /// Fields that the example makes meaningless, as `title of POST /v1/rosters`: their texts are
    /// neither read nor kept.
    protected Set<String> meaninglessTexts() {
        return Set.of();
    }

    @Test
    void everyRequestIsAnsweredAsDocumented() throws IOException, InterruptedException {
        OpenApiDocument document = OpenApiDocument.parse(OpenApiContract.served());
        var requests = new WalkRequests(document, values());
        var wrong = new ArrayList<String>();
        for (Operation operation : document.operations()) {
            for (WalkRequest request : requests.of(operation)) {
                flaw(document, request).ifPresent(wrong::add);
            }
        }
        assertThat(wrong.stream().distinct().limit(MOST_SHOWN))
                .as("%d flaws", wrong.size())
                .isEmpty();
    }

    /// A text that is turned around where it is shown could pass for another one.
    @Test
    void aTextThatTurnsItselfAroundIsRefusedInEveryField()
            throws IOException, InterruptedException {
        OpenApiDocument document = OpenApiDocument.parse(OpenApiContract.served());
        var requests = new WalkRequests(document, values());
        var wrong = new ArrayList<String>();
        int refused = 0;
        for (Operation operation : document.operations()) {
            for (var one : requests.withText(operation, "a\u202eb")) {
                HttpResponse<byte[]> response = send(one.getValue());
                String body = new String(response.body(), StandardCharsets.UTF_8);
                String field = one.getKey() + " of " + operation;
                String pointer =
                        "\"pointer\":\"[^\"]*/%s(/0)?\"".formatted(Pattern.quote(one.getKey()));
                if (Pattern.compile(pointer).matcher(body).find()) {
                    refused++;
                } else if (response.statusCode() != NOT_FOUND
                        && !meaninglessTexts().contains(field)) {
                    wrong.add(
                            "%s: %d %s"
                                    .formatted(
                                            field,
                                            response.statusCode(),
                                            body.substring(
                                                    0, Math.min(MOST_CHARS, body.length()))));
                }
            }
        }
        assertThat(wrong.stream().limit(MOST_SHOWN)).as("%d flaws", wrong.size()).isEmpty();
        assertThat(refused).isPositive();
    }

    private Optional<String> flaw(OpenApiDocument document, WalkRequest request)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> response = send(request);
        int status = response.statusCode();
        var answer =
                Answer.of(
                        request.method(),
                        response.uri().getRawPath(),
                        status,
                        response.headers().map(),
                        response.body());
        List<String> differences = new ArrayList<>(document.differences(answer));
        if (status >= 500) {
            differences.add("It fails with " + status + ".");
        }
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of("%s: %s".formatted(request, String.join(" ", differences)));
    }

    private HttpResponse<byte[]> send(WalkRequest request)
            throws IOException, InterruptedException {
        var uri = URI.create("http://localhost:" + RestAssured.port + request.target());
        var builder =
                HttpRequest.newBuilder(uri)
                        .timeout(TIMEOUT)
                        .method(
                                request.method(),
                                request.body().length == 0
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(builder::header);
        return http.send(builder.build(), BodyHandlers.ofByteArray());
    }
}
