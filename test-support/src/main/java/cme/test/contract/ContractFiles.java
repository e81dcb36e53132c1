package cme.test.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// The contract folder of the service under test.
public final class ContractFiles {
    public static final Path FOLDER = Path.of("contract");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private ContractFiles() {}

    public static String read(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The places where the payload of an event breaks a JSON Schema of the contract folder.
    public static List<Error> violations(String schemaFile, String json) {
        return violations(registry(schemasById()).getSchema(read(schemaFile)), json);
    }

    /// The places where an event of the topic breaks the contract: its headers those of the
    /// AsyncAPI document, its payload the schema that its header `ce_dataschema` names. A field
    /// that the schema does not name is a violation here, although consumers ignore it.
    public static List<String> violations(ConsumerRecord<String, String> event) {
        JsonNode api = yaml(read("asyncapi.yaml"));
        ObjectNode headers = YAML.createObjectNode();
        event.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        var violations = new ArrayList<String>();
        Optional<JsonNode> message =
                api.at("/components/messages")
                        .valueStream()
                        .filter(one -> one.path("name").asText().equals(type(headers)))
                        .findFirst();
        if (message.isEmpty()) {
            violations.add("No message is named " + type(headers));
            return violations;
        }
        Map<String, String> schemas = schemasById();
        String dataSchema = headers.path("ce_dataschema").asText();
        if (!schemas.containsKey(dataSchema)) {
            violations.add("No schema has the $id " + dataSchema);
            return violations;
        }
        schemas.replaceAll((_, json) -> strict(yaml(json)).toString());
        SchemaRegistry registry = registry(schemas);
        String trait = message.get().at("/traits/0/$ref").asText().replaceFirst("^#", "");
        JsonNode ofHeaders = api.at(trait + "/headers");
        Stream.of(
                        violations(registry.getSchema(ofHeaders.toString()), headers.toString()),
                        violations(registry.getSchema(schemas.get(dataSchema)), event.value()))
                .flatMap(List::stream)
                .map(Error::toString)
                .forEach(violations::add);
        return violations;
    }

    /// Makes the schema refuse fields that it does not name.
    private static JsonNode strict(JsonNode schema) {
        schema.forEach(ContractFiles::strict);
        if (schema.path("type").asText().equals("object")) {
            ((ObjectNode) schema).put("unevaluatedProperties", false);
        }
        return schema;
    }

    private static String type(JsonNode headers) {
        return headers.path("ce_type").asText();
    }

    private static List<Error> violations(Schema schema, String json) {
        return schema.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    /// Finds a schema that another one refers to in the folder, and nowhere else.
    private static SchemaRegistry registry(Map<String, String> schemas) {
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas));
    }

    private static Map<String, String> schemasById() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".schema.json"))
                    .map(file -> read(FOLDER.relativize(file).toString()))
                    .collect(
                            Collectors.toMap(
                                    json -> yaml(json).path("$id").asText(), json -> json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode yaml(String text) {
        try {
            return YAML.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
