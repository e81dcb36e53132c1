package cme.catalog;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

/// The schemas of the events, as consumers get them.
public final class Schemas {

    public static final Path FOLDER = Path.of("contract/events");
    public static final List<String> TYPES = List.of("proposed", "changed", "approved", "retired");

    private static final String BASE = "https://contracts.cme.example/catalog/events/";

    private final SchemaRegistry registry;

    private Schemas(SchemaRegistry registry) {
        this.registry = registry;
    }

    public static Schemas read() throws IOException {
        var files = new HashMap<String, String>();
        try (var list = Files.list(FOLDER)) {
            for (var file : list.filter(f -> f.toString().endsWith(".schema.json")).toList()) {
                files.put(BASE + file.getFileName(), Files.readString(file));
            }
        }
        return new Schemas(
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(files)));
    }

    /// The violations of the schema by the value of an event.
    ///
    /// @param type the last part of its type, such as `approved`
    public List<String> violations(String type, String json) {
        Schema schema =
                registry.getSchema(SchemaLocation.of(BASE + "activity." + type + ".schema.json"));
        return schema
                .validate(
                        json,
                        InputFormat.JSON,
                        execution ->
                                execution.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
