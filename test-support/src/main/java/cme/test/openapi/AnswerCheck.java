package cme.test.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Compares answers with a document: status, media type, headers and content. A property that the
/// schema of an answer does not name is a difference, although a client has to bear it.
final class AnswerCheck {

    /// A test may provoke a failure, which is not a part of the contract.
    private static final int FAILURE = 500;

    private static final String PROBLEM = "application/problem+json";

    /// Headers that HTTP itself needs. All others are part of the contract.
    private static final Set<String> OF_HTTP =
            Set.of(
                    "connection",
                    "content-encoding",
                    "content-length",
                    "content-type",
                    "date",
                    "keep-alive",
                    "transfer-encoding");

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry ->
                            registry.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .build()));

    private static final ObjectMapper JSON = new ObjectMapper();

    private final OpenApiDocument document;
    private final JsonNode components;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    AnswerCheck(OpenApiDocument document) {
        this.document = document;
        this.components = closed(document.root().path("components").deepCopy());
    }

    List<String> differences(Answer answer) {
        String method = answer.method().equals("HEAD") ? "GET" : answer.method();
        Optional<Operation> operation = document.find(method, answer.path());
        if (answer.path().startsWith("/q/") || answer.method().equals("OPTIONS")) {
            return List.of();
        }
        if (answer.status() == FAILURE && answer.mediaType().equals(PROBLEM)) {
            return List.of();
        }
        return operation.isEmpty() ? undescribed(answer) : described(answer, operation.get());
    }

    /// An operation that is not described must be refused, with problem details.
    private List<String> undescribed(Answer answer) {
        if (answer.status() < 400 || answer.status() >= 500) {
            return List.of("The document does not have this operation.");
        }
        return answer.mediaType().equals(PROBLEM) || answer.method().equals("HEAD")
                ? List.of()
                : List.of("A refusal is no " + PROBLEM + " but '" + answer.mediaType() + "'.");
    }

    private List<String> described(Answer answer, Operation operation) {
        JsonNode responses = operation.node().path("responses");
        JsonNode response = document.resolved(responses.path(Integer.toString(answer.status())));
        if (response.isMissingNode()) {
            return List.of("%s does not answer %d.".formatted(operation.id(), answer.status()));
        }
        var differences = new ArrayList<String>();
        compareHeaders(answer, response.path("headers"), differences);
        if (!answer.method().equals("HEAD")) {
            compareContent(answer, response.path("content"), differences);
        }
        return differences.stream()
                .map(d -> "%s %d: %s".formatted(operation.id(), answer.status(), d))
                .toList();
    }

    private void compareHeaders(Answer answer, JsonNode headers, List<String> differences) {
        Set<String> names = new HashSet<>();
        for (Map.Entry<String, JsonNode> header : headers.properties()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            names.add(name);
            boolean required = document.resolved(header.getValue()).path("required").asBoolean();
            if (required && !answer.headers().containsKey(name)) {
                differences.add("the header " + header.getKey() + " is missing.");
            }
        }
        answer.headers().keySet().stream()
                .filter(name -> !names.contains(name) && !OF_HTTP.contains(name))
                .forEach(name -> differences.add("the header " + name + " is not described."));
    }

    private void compareContent(Answer answer, JsonNode content, List<String> differences) {
        if (content.isEmpty()) {
            if (answer.hasBody()) {
                differences.add("there is a body, and none is described.");
            }
            return;
        }
        if (!answer.hasBody() && answer.mediaType().isEmpty()) {
            differences.add("there is no body.");
            return;
        }
        Optional<JsonNode> media =
                content.properties().stream()
                        .filter(type -> Answer.bare(type.getKey()).equals(answer.mediaType()))
                        .map(Map.Entry::getValue)
                        .findFirst();
        if (media.isEmpty()) {
            differences.add("the media type '" + answer.mediaType() + "' is not described.");
        } else if (Answer.isJson(answer.mediaType())) {
            String body = new String(answer.body(), StandardCharsets.UTF_8);
            differences.addAll(violations(media.get().path("schema"), body));
        }
    }

    List<String> violations(JsonNode schema, String json) {
        try {
            JSON.readTree(json);
        } catch (JsonProcessingException _) {
            return List.of("the body is not JSON.");
        }
        return schemas
                .computeIfAbsent(schema.toString(), _ -> compiled(schema))
                .validate(json, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    /// References of the schema lead into the components, so these are beside it.
    private Schema compiled(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", components);
        return REGISTRY.getSchema(whole.toString(), InputFormat.JSON);
    }

    /// Objects with properties allow no others.
    private static JsonNode closed(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && object.has("type")
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(AnswerCheck::closed);
        return node;
    }
}
