package cme.test.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A parsed OpenAPI document, to be compared with what a service answers.
public final class OpenApiDocument {

    /// Where every service keeps its document.
    static final Path COMMITTED = Path.of("contract", "openapi.yaml");

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

    private final JsonNode root;
    private final List<Operation> operations;
    private final AnswerCheck check;

    private OpenApiDocument(JsonNode root) {
        this.root = root;
        this.operations =
                root.path("paths").properties().stream()
                        .flatMap(
                                path ->
                                        path.getValue().properties().stream()
                                                .filter(m -> METHODS.contains(m.getKey()))
                                                .map(
                                                        m ->
                                                                Operation.of(
                                                                        m.getKey(),
                                                                        path.getKey(),
                                                                        m.getValue())))
                        .toList();
        this.check = new AnswerCheck(this);
    }

    /// @param text YAML or JSON
    public static OpenApiDocument parse(String text) {
        try {
            return new OpenApiDocument(new ObjectMapper(new YAMLFactory()).readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The document that the module under test has committed; empty when it has none.
    public static Optional<OpenApiDocument> committed() {
        try {
            return Files.exists(COMMITTED)
                    ? Optional.of(parse(Files.readString(COMMITTED)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode root() {
        return root;
    }

    /// All operations in the order of the document.
    public List<Operation> operations() {
        return operations;
    }

    /// The operation that is described for a method and a path; the one with the fewest variables
    /// when several fit.
    ///
    /// @param path may have a query
    public Optional<Operation> find(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.fits(method, path) >= 0)
                .max(Comparator.comparingInt(operation -> operation.fits(method, path)));
    }

    /// Every way in which the answer is not as the document says, as sentences; empty when it is.
    public List<String> differences(Answer answer) {
        return check.differences(answer);
    }

    /// Every example of a body that its own schema does not allow, and every body without one.
    List<String> examplesThatDoNotHold() {
        return operations.stream()
                .flatMap(operation -> Examples.flaws(this, operation))
                .distinct()
                .toList();
    }

    /// The violations of a schema by a value, such as the example of a body.
    List<String> violations(JsonNode schema, JsonNode value) {
        return check.violations(schema, value.toString());
    }

    /// The node itself, or the one that it refers to.
    public JsonNode resolved(JsonNode node) {
        JsonNode at = node;
        while (at.has("$ref")) {
            at = root.at(at.get("$ref").textValue().substring(1));
        }
        return at;
    }

    /// The parameters of an operation, resolved.
    public List<JsonNode> parameters(Operation operation) {
        var parameters = new ArrayList<JsonNode>();
        operation.node().path("parameters").forEach(p -> parameters.add(resolved(p)));
        return parameters;
    }

    /// The contents of the request and of every success of an operation.
    Stream<JsonNode> contents(Operation operation) {
        Stream<JsonNode> answers =
                operation.node().path("responses").properties().stream()
                        .filter(answer -> answer.getKey().startsWith("2"))
                        .map(answer -> resolved(answer.getValue()).path("content"));
        return Stream.concat(
                        Stream.of(operation.node().path("requestBody").path("content")), answers)
                .filter(content -> !content.isEmpty());
    }
}
