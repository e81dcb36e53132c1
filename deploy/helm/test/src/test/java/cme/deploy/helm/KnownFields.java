package cme.deploy.helm;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The fields of objects that have no model on Maven Central: CloudNativePG, KEDA and Keycloak.
/// Each kind has a list of the fields that the chart may use, which were compared with the
/// definition of the kind by hand.
final class KnownFields {

    private static final Path FOLDER = Path.of("src/test/resources/fields");

    private KnownFields() {}

    /// The paths of the object's fields, without its metadata. Below a line that ends with `.*`
    /// names are free.
    static Set<String> of(JsonNode object) throws IOException {
        Set<String> free =
                listed(object).stream()
                        .filter(line -> line.endsWith(".*"))
                        .collect(Collectors.toSet());
        var fields = new TreeSet<String>();
        object.properties().stream()
                .filter(field -> !Set.of("apiVersion", "kind", "metadata").contains(field.getKey()))
                .forEach(field -> add(fields, free, field.getKey(), field.getValue()));
        return fields;
    }

    static Set<String> listed(JsonNode object) throws IOException {
        var file = FOLDER.resolve(StrictModels.kind(object).replaceAll("[ /]", "-") + ".txt");
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void add(Set<String> fields, Set<String> free, String path, JsonNode value) {
        if (free.contains(path + ".*")) {
            fields.add(path + ".*");
        } else if (value.isArray()) {
            value.forEach(element -> add(fields, free, path, element));
        } else if (value.isObject()) {
            value.properties()
                    .forEach(
                            field ->
                                    add(
                                            fields,
                                            free,
                                            path + "." + field.getKey(),
                                            field.getValue()));
        } else {
            fields.add(path);
        }
    }
}
