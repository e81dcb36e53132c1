package cme.test.access;

import cme.test.openapi.OpenApiDocument;
import cme.test.openapi.Operation;
import cme.test.stack.TestTokens;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Tries the rules for all operations at every operation of an [AccessTable], whose resources
/// exist: a parameter that it does not have, a method that its path does not have, a media type
/// that it does not give, and the headers of each answer.
public final class ConventionWalk {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final List<String> METHODS = List.of("GET", "PUT", "POST", "DELETE", "PATCH");
    private static final Set<String> OF_EVERY_PATH = Set.of("HEAD", "OPTIONS");
    private static final String REQUEST_ID = "convention-walk.1";

    private static final List<String> OUT_OF_RANGE =
            List.of(
                    "0000-01-01",
                    "-999999999-01-01",
                    "%2B999999999-12-31",
                    "10000-01-01",
                    "2026-02-30",
                    "0000-01-01T00:00:00Z",
                    "%2B1000000000-12-31T23:59:59.999999999Z",
                    "-1000000000-01-01T00:00:00Z");

    private static final List<String> AT_THE_ENDS =
            List.of(
                    "0001-01-01",
                    "9999-12-31",
                    "0001-01-01T00:00:00Z",
                    "9999-12-31T23:59:59.999999999Z");

    private final URI base;

    /// Of somebody whom the operation lets in.
    private String token = TestTokens.board();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public ConventionWalk(URI base) {
        this.base = base;
    }

    private record Answer(String asked, HttpResponse<String> response) {

        List<String> unless(boolean right, String expected) {
            return right
                    ? List.of()
                    : List.of(
                            "%s should get %s, got %d %s: %s"
                                    .formatted(
                                            asked,
                                            expected,
                                            response.statusCode(),
                                            response.headers().map(),
                                            response.body()));
        }

        String header(String name) {
            return String.join(", ", response.headers().allValues(name));
        }

        boolean isProblem(int status, String slug) {
            return response.statusCode() == status
                    && response.body().contains("/" + slug + "\"")
                    && response.body().contains("\"requestId\":\"" + REQUEST_ID + "\"");
        }
    }

    /// Every deviation as a sentence; empty if all operations keep the rules.
    public List<String> deviations(AccessTable table) throws IOException, InterruptedException {
        var document =
                OpenApiDocument.parse(
                        send("GET", "/q/openapi?format=json", Map.of(), "").response().body());
        JsonNode openApi = document.root();
        List<Operation> operations = document.operations();
        List<String> deviations = new ArrayList<>();
        for (AccessTable.Line line : table.lines()) {
            Operation operation =
                    operations.stream()
                            .max(Comparator.comparingInt(o -> o.fits(line.method(), line.path())))
                            .orElseThrow();
            token =
                    line.letIn().equals(Set.of("own society"))
                            ? TestTokens.society("ASPS")
                            : TestTokens.board();
            deviations.addAll(walk(operation, operations, line, table));
            if (line.method().equals("GET")) {
                for (String parameter : times(openApi, operation)) {
                    deviations.addAll(extremeTimes(table.path(line), parameter));
                }
            }
        }
        return deviations;
    }

    private List<String> walk(
            Operation operation,
            List<Operation> operations,
            AccessTable.Line line,
            AccessTable table)
            throws IOException, InterruptedException {
        String path = table.path(line);
        List<String> deviations = new ArrayList<>();
        List<String> types = operation.bodies().isEmpty() ? List.of("") : operation.bodies();
        for (String type : types) {
            String body = type.contains("json") ? table.json(line) : "";
            deviations.addAll(unknownParameter(line.method(), path, type, body));
            deviations.addAll(unreadableAccept(line.method(), path, type, body));
            deviations.addAll(otherMediaType(line.method(), path, type, body));
        }
        deviations.addAll(otherMethods(path, documented(operation.path(), operations)));
        return deviations;
    }

    /// The parameters of the query that are dates or instants.
    private static List<String> times(JsonNode openApi, Operation operation) {
        return openApi.path("paths")
                .path(operation.path())
                .path(operation.method().toLowerCase(Locale.ROOT))
                .path("parameters")
                .valueStream()
                .map(parameter -> resolved(openApi, parameter))
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .filter(
                        parameter ->
                                parameter.at("/schema/format").asText().startsWith("date")
                                        || parameter
                                                .at("/schema/$ref")
                                                .asText()
                                                .matches(".*/(LocalDate|Instant)"))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    private static JsonNode resolved(JsonNode openApi, JsonNode parameter) {
        return parameter.has("$ref")
                ? openApi.at(parameter.path("$ref").asText().substring(1))
                : parameter;
    }

    /// Times out of range are invalid; those at its ends fail nowhere.
    private List<String> extremeTimes(String path, String parameter)
            throws IOException, InterruptedException {
        List<String> deviations = new ArrayList<>();
        for (String time : OUT_OF_RANGE) {
            Answer answer = send("GET", with(path, parameter, time), Map.of(), "");
            deviations.addAll(
                    answer.unless(answer.isProblem(400, "invalid-request"), "400 for " + time));
        }
        for (String time : AT_THE_ENDS) {
            Answer answer = send("GET", with(path, parameter, time), Map.of(), "");
            deviations.addAll(
                    answer.unless(answer.response().statusCode() < 500, "no failure for " + time));
        }
        return deviations;
    }

    private List<String> unknownParameter(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        String asked = with(path, "noSuchParameter", "1");
        Answer answer = send(method, asked, Map.of("Content-Type", type), body);
        List<String> deviations = new ArrayList<>(headers(answer));
        deviations.addAll(
                answer.unless(
                        answer.isProblem(400, "unknown-parameter")
                                && answer.response().body().contains("\"/noSuchParameter\""),
                        "400 unknown-parameter"));
        return deviations;
    }

    private List<String> unreadableAccept(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        Answer answer = send(method, path, Map.of("Content-Type", type, "Accept", "garbage"), body);
        return answer.unless(
                answer.isProblem(400, "unreadable-request")
                        || answer.isProblem(406, "not-acceptable"),
                "400 or 406 for Accept: garbage");
    }

    /// An operation without an answer to give does not care. An operation that has no effect yet,
    /// because its request is wrong, may say so first.
    private List<String> otherMediaType(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        if (method.equals("DELETE")) {
            return List.of();
        }
        Answer answer =
                send(method, path, Map.of("Content-Type", type, "Accept", "text/x-other"), body);
        List<String> deviations = new ArrayList<>(headers(answer));
        deviations.addAll(
                answer.unless(
                        answer.isProblem(406, "not-acceptable"), "406 for Accept: text/x-other"));
        return deviations;
    }

    private List<String> otherMethods(String path, Set<String> documented)
            throws IOException, InterruptedException {
        Answer options = send("OPTIONS", path, Map.of(), "");
        Set<String> allowed = new TreeSet<>(Arrays.asList(options.header("Allow").split(", ")));
        allowed.removeAll(OF_EVERY_PATH);
        List<String> deviations =
                new ArrayList<>(
                        options.unless(
                                options.response().statusCode() == 204
                                        && allowed.equals(documented),
                                "204 with Allow: " + documented));
        for (String method : METHODS) {
            if (!documented.contains(method)) {
                Answer answer = send(method, path, Map.of(), "");
                deviations.addAll(headers(answer));
                deviations.addAll(
                        answer.unless(
                                answer.isProblem(405, "method-not-allowed")
                                        && answer.header("Allow").equals(options.header("Allow")),
                                "405 with Allow"));
            }
        }
        return deviations;
    }

    private static Set<String> documented(String path, List<Operation> operations) {
        Set<String> methods = new TreeSet<>();
        operations.stream()
                .filter(operation -> operation.path().equals(path))
                .forEach(operation -> methods.add(operation.method()));
        return methods;
    }

    private static List<String> headers(Answer answer) {
        return answer.unless(
                answer.header("X-Request-Id").equals(REQUEST_ID)
                        && answer.header("X-Content-Type-Options").equals("nosniff")
                        && answer.header("Date").endsWith("GMT")
                        && !answer.header("Cache-Control").isEmpty()
                        && answer.header("Vary").contains("Authorization")
                        && answer.header("Access-Control-Allow-Origin").isEmpty(),
                "the headers of every answer");
    }

    private Answer send(String method, String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        String type = headers.getOrDefault("Content-Type", "");
        var request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(TIMEOUT)
                        .header("Authorization", "Bearer " + token)
                        .header("X-Request-Id", REQUEST_ID)
                        .header("Origin", "https://elsewhere.example")
                        .method(
                                method,
                                type.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        headers.forEach(
                (name, value) -> {
                    if (!value.isEmpty()) {
                        request.header(name, value);
                    }
                });
        return new Answer(
                method + " " + path + " " + headers,
                http.send(request.build(), BodyHandlers.ofString()));
    }

    private static String with(String path, String parameter, String value) {
        return path + (path.contains("?") ? "&" : "?") + parameter + "=" + value;
    }
}
