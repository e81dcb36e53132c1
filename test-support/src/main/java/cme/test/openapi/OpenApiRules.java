package cme.test.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The rules for every OpenAPI document here, checked without other tools: it is valid against the
/// meta-schema of OpenAPI 3.1, every reference leads somewhere, and operation ids are unique.
public final class OpenApiRules {

    private static final String META_SCHEMA = "/openapi/openapi-3.1.schema.json";

    private final JsonNode document;

    private OpenApiRules(JsonNode document) {
        this.document = document;
    }

    /// The places where the document breaks a rule; empty when it keeps them all.
    ///
    /// @param yaml the whole document
    public static List<String> violations(String yaml) {
        try {
            var rules = new OpenApiRules(read(yaml));
            var violations = new ArrayList<String>();
            violations.addAll(rules.againstTheMetaSchema());
            violations.addAll(rules.unresolvedReferences());
            violations.addAll(rules.repeatedOperationIds());
            return violations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The ids of all operations, in the order of the document.
    ///
    /// @param yaml the whole document
    public static List<String> operationIds(String yaml) {
        try {
            return read(yaml).at("/paths").findValuesAsText("operationId");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String yaml) throws IOException {
        return new ObjectMapper(new YAMLFactory()).readTree(yaml);
    }

    private List<String> againstTheMetaSchema() throws IOException {
        try (InputStream schema = OpenApiRules.class.getResourceAsStream(META_SCHEMA)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                    .validate(document.toString(), InputFormat.JSON)
                    .stream()
                    .map(Object::toString)
                    .toList();
        }
    }

    private List<String> unresolvedReferences() {
        return document.findValuesAsText("$ref").stream()
                .distinct()
                .filter(
                        ref ->
                                !ref.startsWith("#/")
                                        || document.at(ref.substring(1)).isMissingNode())
                .map(ref -> "unresolved reference " + ref)
                .toList();
    }

    private List<String> repeatedOperationIds() {
        Set<String> seen = new HashSet<>();
        return document.at("/paths").findValuesAsText("operationId").stream()
                .filter(id -> !seen.add(id))
                .map(id -> "repeated operationId " + id)
                .toList();
    }
}
