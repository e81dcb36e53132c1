package cme.test.access;

import static cme.test.waiting.Waiting.await;

import cme.test.openapi.Answer;
import cme.test.openapi.OpenApiDocument;
import cme.test.openapi.Operation;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/// Tries every operation of a service's description as every kind of caller, and reports answers
/// that differ from the table. An operation that is not in the table is reported too, so that none
/// is added without its roles.
public final class AccessWalk {

    /// Statuses that an admitted caller does not get. Nobody is admitted to a missing resource, so
    /// the resources have to exist.
    private static final Set<Integer> NOT_LET_IN = Set.of(401, 403, 404, 405, 406, 415);

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final URI base;
    private final List<Caller> callers;
    private final Map<String, String> unrecorded = new LinkedHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// @param base of the service
    /// @param provider the society that owns the resources of the test
    /// @param diplomate the diplomate who owns the resources of the test
    public AccessWalk(URI base, String provider, String diplomate) {
        this.base = base;
        this.callers = Caller.all(provider, diplomate);
    }

    /// Every deviation as a sentence; empty if all answers agree with the table.
    public List<String> deviations(AccessTable table) throws IOException, InterruptedException {
        OpenApiDocument document = document();
        List<String> deviations = new ArrayList<>(undeclared(document, table));
        try (AccessRecord record = AccessRecord.open()) {
            for (AccessTable.Line line : table.lines()) {
                Optional<Operation> operation = document.find(line.method(), line.path());
                if (operation.isEmpty()) {
                    deviations.add(line + " is in the table and not in the OpenAPI document.");
                } else {
                    deviations.addAll(walk(document, operation.get(), line, table));
                }
            }
            deviations.addAll(missing(record));
        }
        return deviations;
    }

    /// A table is recorded when it is written.
    private List<String> missing(AccessRecord record) {
        try {
            await().until(
                            () ->
                                    unrecorded.keySet().stream()
                                            .allMatch(id -> record.of(id).isPresent()));
            return List.of();
        } catch (ConditionTimeoutException _) {
            return unrecorded.entrySet().stream()
                    .filter(request -> record.of(request.getKey()).isEmpty())
                    .map(request -> request.getValue() + " is not in the access record.")
                    .toList();
        }
    }

    private OpenApiDocument document() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve("/q/openapi?format=json")).build();
        return OpenApiDocument.parse(http.send(request, BodyHandlers.ofString()).body());
    }

    private static List<String> undeclared(OpenApiDocument document, AccessTable table) {
        List<Operation> declared =
                table.lines().stream()
                        .flatMap(line -> document.find(line.method(), line.path()).stream())
                        .toList();
        return document.operations().stream()
                .filter(operation -> !declared.contains(operation))
                .map(operation -> operation + " is not in the table: add a line with its roles.")
                .toList();
    }

    private List<String> walk(
            OpenApiDocument document, Operation operation, AccessTable.Line line, AccessTable table)
            throws IOException, InterruptedException {
        List<String> deviations = new ArrayList<>();
        if (operation.secured() == line.letIn().contains(AccessTable.EVERYBODY)) {
            deviations.add(operation + " describes its security differently from the table.");
        }
        List<String> types = operation.bodies().isEmpty() ? List.of("") : operation.bodies();
        for (String type : types) {
            String body = type.contains("json") ? table.json(line) : "";
            for (Caller caller : callers) {
                String id = UUID.randomUUID().toString();
                var answer = send(line.method(), table.path(line), type, body, caller, id);
                if (operation.secured()) {
                    unrecorded.put(id, "%s as %s".formatted(line, caller.name()));
                }
                Stream.concat(
                                wrong(line, caller, answer).stream(),
                                document.differences(documented(line.method(), answer)).stream())
                        .map(what -> "%s %s as %s %s".formatted(line, type, caller.name(), what))
                        .forEach(deviations::add);
            }
        }
        return deviations;
    }

    private HttpResponse<String> send(
            String method, String path, String type, String body, Caller caller, String id)
            throws IOException, InterruptedException {
        var publisher = type.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        var request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(TIMEOUT)
                        .header("X-Request-Id", id)
                        .method(method, publisher);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (caller.token() != null) {
            request.header("Authorization", "Bearer " + caller.token());
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static Answer documented(String method, HttpResponse<String> answer) {
        return Answer.of(
                method,
                answer.uri().getRawPath(),
                answer.statusCode(),
                answer.headers().map(),
                answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> wrong(
            AccessTable.Line line, Caller caller, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (line.letsIn(caller)) {
            return NOT_LET_IN.contains(status) || status >= 500
                    ? Optional.of("should be let in, got %d: %s".formatted(status, answer.body()))
                    : Optional.empty();
        }
        int expected = caller.known() ? 403 : 401;
        if (status != expected) {
            return Optional.of(
                    "should get %d, got %d: %s".formatted(expected, status, answer.body()));
        }
        return isProblem(answer)
                ? Optional.empty()
                : Optional.of("gets %d without problem details".formatted(status));
    }

    private static boolean isProblem(HttpResponse<String> answer) {
        var headers = answer.headers();
        boolean challenged =
                answer.statusCode() != 401
                        || headers.firstValue("WWW-Authenticate").orElse("").startsWith("Bearer");
        return challenged
                && headers.firstValue("Content-Type")
                        .orElse("")
                        .startsWith("application/problem+json")
                && answer.body().contains("\"status\":" + answer.statusCode());
    }
}
