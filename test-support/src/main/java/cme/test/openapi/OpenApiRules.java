package cme.test.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The rules for every OpenAPI document here, checked without other tools: it is valid against the
/// meta-schema of OpenAPI 3.1, every reference leads somewhere and is alone, operation ids are
/// unique, patterns are anchored, names of schemas are stable, requests may leave out what may be
/// null, and every body has an example.
public final class OpenApiRules {

    private static final String META_SCHEMA = "/openapi/openapi-3.1.schema.json";

    private final OpenApiDocument document;
    private final JsonNode root;

    private OpenApiRules(String yaml) {
        this.document = OpenApiDocument.parse(yaml);
        this.root = document.root();
    }

    /// The places where the document breaks a rule; empty when it keeps them all.
    ///
    /// @param yaml the whole document
    public static List<String> violations(String yaml) {
        var rules = new OpenApiRules(yaml);
        var violations = new ArrayList<String>();
        violations.addAll(rules.againstTheMetaSchema());
        violations.addAll(rules.unresolvedReferences());
        violations.addAll(rules.repeatedOperationIds());
        violations.addAll(rules.unstableNames());
        violations.addAll(rules.neededAlthoughNull());
        rules.walk(rules.root, "", violations);
        violations.addAll(rules.document.examplesThatDoNotHold());
        return violations;
    }

    /// The ids of all operations, in the order of the document.
    ///
    /// @param yaml the whole document
    public static List<String> operationIds(String yaml) {
        return OpenApiDocument.parse(yaml).operations().stream().map(Operation::id).toList();
    }

    private List<String> againstTheMetaSchema() {
        try (InputStream schema = OpenApiRules.class.getResourceAsStream(META_SCHEMA)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                    .validate(root.toString(), InputFormat.JSON)
                    .stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> unresolvedReferences() {
        return root.findValuesAsText("$ref").stream()
                .distinct()
                .filter(ref -> !ref.startsWith("#/") || root.at(ref.substring(1)).isMissingNode())
                .map(ref -> "unresolved reference " + ref)
                .toList();
    }

    private List<String> repeatedOperationIds() {
        Set<String> seen = new HashSet<>();
        return root.at("/paths").findValuesAsText("operationId").stream()
                .filter(id -> !seen.add(id))
                .map(id -> "repeated operationId " + id)
                .toList();
    }

    /// Two classes of one name get numbers, which change as soon as a third one comes.
    private List<String> unstableNames() {
        return root.at("/components/schemas").properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> name.matches(".*[a-z][0-9]") || name.endsWith("View"))
                .map(name -> "schema " + name + " needs a name of its own: @Schema(name = ...)")
                .toList();
    }

    /// An answer has all its fields, and a request may leave out what may be null. A schema of both
    /// says so of the answer only.
    private List<String> neededAlthoughNull() {
        var violations = new ArrayList<String>();
        for (String name : schemasOfRequests()) {
            JsonNode schema = root.at(name.substring(1));
            schema.path("required")
                    .forEach(
                            field -> {
                                JsonNode property =
                                        schema.path("properties").path(field.textValue());
                                if (property.findValuesAsText("type").contains("null")
                                        || property.path("type").toString().contains("null")) {
                                    violations.add(name + " needs " + field + ", which is null");
                                }
                            });
        }
        return violations;
    }

    private Set<String> schemasOfRequests() {
        Set<String> names = new LinkedHashSet<>();
        var found = new ArrayDeque<JsonNode>(root.at("/paths").findValues("requestBody"));
        while (!found.isEmpty()) {
            for (String name : found.poll().findValuesAsText("$ref")) {
                if (names.add(name)) {
                    found.add(root.at(name.substring(1)));
                }
            }
        }
        return names;
    }

    private void walk(JsonNode node, String place, List<String> violations) {
        if (node.path("pattern").isTextual()
                && !node.get("pattern").textValue().matches("\\^.*\\$")) {
            violations.add(place + " has a pattern without ^ and $");
        }
        if (node.has("type") && (node.path("$ref").isTextual() || node.path("anyOf").isArray())) {
            violations.add(place + " has a type beside its reference");
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!field.getKey().startsWith("example")) {
                walk(field.getValue(), place + "/" + field.getKey(), violations);
            }
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), place + "/" + i, violations);
            }
        }
    }
}
