package cme.test.openapi;

import cme.test.stack.TestTokens;

import com.fasterxml.jackson.databind.JsonNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Makes the requests of a walk: for each operation a valid one, and others in which one thing is
/// different.
final class WalkRequests {

    private static final String UUID = "019a0f3e-8d57-7c43-9a51-3f6b2c1d4e58";
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}:]+)[^}]*}");
    private static final Pattern ROLES = Pattern.compile("Roles: ([a-z, ]+)\\.");

    /// Values of a parameter, percent-encoded.
    private static final List<String> ODD_VALUES =
            List.of(
                    "",
                    "%20",
                    "x".repeat(3_000),
                    "-1",
                    "0",
                    "99999999999999999999",
                    "9999-12-31",
                    "2026-02-30",
                    "2026-10-04",
                    "%2B999999999-12-31T23:59:59Z",
                    "2026-10-04T00:00:00Z",
                    "TRUE",
                    "true",
                    "nothing%20like%20it",
                    "%00",
                    "%ff",
                    "%C3%BC",
                    "%27%3B--");

    private static final List<String> ODD_SEGMENTS =
            List.of(
                    "x".repeat(300),
                    "%00",
                    "%ff",
                    "%20",
                    "a%2Fb",
                    "%C3%BC",
                    "0",
                    "-1",
                    "99999999999999999999",
                    "%27",
                    UUID,
                    "a;b=c");

    private static final Map<String, List<String>> ODD_HEADERS =
            Map.of(
                    "Accept",
                    List.of("application/xml", "*/*", "text/csv;q=0.1", "text/*", "a/b/c"),
                    "Content-Type",
                    List.of("text/plain", "application/json;charset=unknown", "*/*"),
                    "Authorization",
                    List.of("Bearer x", "Basic eDp4", "garbage"),
                    "If-Match",
                    List.of("garbage", "\"1\"", "*", "\"999999999999\"", "W/\"1\""),
                    "If-None-Match",
                    List.of("garbage", "*", "\"1\""));

    private final OpenApiDocument document;
    private final Map<String, String> values;
    private final WalkBodies bodies;

    WalkRequests(OpenApiDocument document, Map<String, String> values) {
        this.document = document;
        this.values = values;
        this.bodies = new WalkBodies(this::replaced);
    }

    List<WalkRequest> of(Operation operation) {
        WalkRequest valid = valid(operation);
        var requests = new ArrayList<WalkRequest>();
        requests.add(valid);
        addTargets(operation, valid, requests);
        addHeaders(valid, requests);
        addCallers(valid, requests);
        addMethods(operation, valid, requests);
        addBodies(operation, valid, requests);
        return requests;
    }

    /// Requests of an operation with the text in one field each, by the name of the field.
    List<Map.Entry<String, WalkRequest>> withText(Operation operation, String text) {
        WalkRequest valid = valid(operation);
        var requests = new ArrayList<Map.Entry<String, WalkRequest>>();
        operation.bodies().stream()
                .filter(Answer::isJson)
                .forEach(
                        type ->
                                bodies.withText(document, operation, type, text)
                                        .forEach(
                                                body ->
                                                        requests.add(
                                                                Map.entry(
                                                                        body.getKey(),
                                                                        valid.withHeader(
                                                                                        "Content-Type",
                                                                                        type)
                                                                                .withBody(
                                                                                        body
                                                                                                .getValue())))));
        return requests;
    }

    private WalkRequest valid(Operation operation) {
        var headers = new LinkedHashMap<String, String>();
        if (operation.secured()) {
            headers.put("Authorization", "Bearer " + token(operation));
        }
        operation.bodies().stream().findFirst().ifPresent(t -> headers.put("Content-Type", t));
        String target = target(operation, "", "");
        List<String> needed =
                document.parameters(operation).stream()
                        .filter(p -> isIn(p, "query") && p.path("required").asBoolean())
                        .map(p -> name(p) + "=" + encoded(value(operation, p)))
                        .toList();
        return new WalkRequest(
                operation.method(),
                needed.isEmpty() ? target : target + "?" + String.join("&", needed),
                headers,
                body(operation));
    }

    private byte[] body(Operation operation) {
        return operation.bodies().stream()
                .findFirst()
                .map(type -> bodies.valid(document, operation, type))
                .orElse(new byte[0]);
    }

    private static String token(Operation operation) {
        Matcher roles = ROLES.matcher(operation.node().path("description").asText());
        List<String> all = roles.find() ? List.of(roles.group(1).split(", ")) : List.of("board");
        return all.contains("board")
                ? TestTokens.board()
                : TestTokens.of(
                        all.getFirst(), Map.of("provider", "WALK", "diplomate_id", "970001"));
    }

    /// The path with every variable replaced; one of them by a value of its own.
    private String target(Operation operation, String variable, String odd) {
        return VARIABLE.matcher(operation.path())
                .replaceAll(
                        match ->
                                Matcher.quoteReplacement(
                                        match.group(1).equals(variable)
                                                ? odd
                                                : encoded(variable(operation, match.group(1)))));
    }

    private String variable(Operation operation, String name) {
        return document.parameters(operation).stream()
                .filter(parameter -> isIn(parameter, "path") && name(parameter).equals(name))
                .findFirst()
                .map(parameter -> value(operation, parameter))
                .orElse(UUID);
    }

    private String value(Operation operation, JsonNode parameter) {
        for (String id : List.of(operation.id(), "*")) {
            String own = values.get(id + "." + name(parameter));
            if (own != null) {
                return own;
            }
        }
        JsonNode schema = document.resolved(parameter.path("schema"));
        return Stream.of(
                        parameter.path("example"),
                        parameter.at("/schema/examples/0"),
                        schema.at("/examples/0"),
                        schema.at("/enum/0"),
                        schema.path("default"))
                .filter(example -> !example.isMissingNode())
                .map(example -> replaced(example.asText()))
                .findFirst()
                .orElse(schema.path("type").asText().equals("integer") ? "1" : UUID);
    }

    private String replaced(String text) {
        String replaced = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            replaced = replaced.replace(value.getKey(), value.getValue());
        }
        return replaced;
    }

    private void addTargets(Operation operation, WalkRequest valid, List<WalkRequest> requests) {
        for (JsonNode parameter : document.parameters(operation)) {
            String name = name(parameter);
            if (isIn(parameter, "path")) {
                WalkRequest harmless = operation.bodies().isEmpty() ? valid : valid.withBody("{}");
                ODD_SEGMENTS.forEach(
                        odd -> requests.add(harmless.withTarget(target(operation, name, odd))));
            } else if (isIn(parameter, "query")) {
                String usual = name + "=" + encoded(value(operation, parameter));
                requests.add(valid.withQuery(usual));
                requests.add(valid.withQuery(usual + "&" + usual));
                ODD_VALUES.forEach(odd -> requests.add(valid.withQuery(name + "=" + odd)));
            }
        }
        requests.add(valid.withQuery("nonsense=1"));
        requests.add(valid.withQuery("=&&"));
    }

    private static void addHeaders(WalkRequest valid, List<WalkRequest> requests) {
        ODD_HEADERS.forEach(
                (name, odd) -> odd.forEach(value -> requests.add(valid.withHeader(name, value))));
        requests.add(valid.withoutHeader("Content-Type"));
    }

    private static void addCallers(WalkRequest valid, List<WalkRequest> requests) {
        requests.add(valid.withoutHeader("Authorization"));
        Stream.of(
                        TestTokens.board(),
                        TestTokens.society("WALK"),
                        TestTokens.diplomate("970001"),
                        TestTokens.ops(),
                        TestTokens.expired())
                .forEach(
                        token ->
                                requests.add(valid.withHeader("Authorization", "Bearer " + token)));
    }

    private void addMethods(Operation operation, WalkRequest valid, List<WalkRequest> requests) {
        Stream.of("GET", "PUT", "POST", "DELETE", "PATCH")
                .filter(method -> document.find(method, operation.path()).isEmpty())
                .forEach(method -> requests.add(valid.withMethod(method)));
    }

    private void addBodies(Operation operation, WalkRequest valid, List<WalkRequest> requests) {
        for (String type : operation.bodies()) {
            WalkRequest typed = valid.withHeader("Content-Type", type);
            bodies.of(document, operation, type)
                    .forEach(body -> requests.add(typed.withBody(body)));
        }
    }

    private static boolean isIn(JsonNode parameter, String place) {
        return parameter.path("in").asText().equals(place);
    }

    private static String name(JsonNode parameter) {
        return parameter.path("name").asText();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
