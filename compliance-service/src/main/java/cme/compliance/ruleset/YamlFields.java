package cme.compliance.ruleset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Reads the fields of one YAML mapping, each once. A field that is missing, repeated, unknown or
/// of the wrong type is an error; its getter returns null.
final class YamlFields {

    private final Node node;
    private final String path;
    private final FileErrors errors;
    private final Map<String, Node> values = new LinkedHashMap<>();

    YamlFields(Node node, String path, FileErrors errors) {
        this.node = node;
        this.path = path;
        this.errors = errors;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::note);
        } else {
            errors.add(node, path.isEmpty() ? "file" : path, "should be fields with values");
        }
    }

    private void note(NodeTuple field) {
        String name = field.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (values.putIfAbsent(name, field.getValueNode()) != null) {
            errors.add(field.getKeyNode(), path(name), "is given twice");
        }
    }

    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    FileErrors errors() {
        return errors;
    }

    /// The node of a field, which can still be taken; null if it is missing.
    @Nullable Node peek(String name) {
        return values.get(name);
    }

    @Nullable Node take(String name) {
        Node value = values.remove(name);
        if (value == null && node instanceof MappingNode) {
            errors.add(node, path(name), "is missing");
        }
        return value;
    }

    /// Text on one or more lines.
    @Nullable String text(String name) {
        Node value = take(name);
        if (value instanceof ScalarNode scalar
                && scalar.getTag().equals(Tag.STR)
                && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        if (value != null) {
            errors.add(value, path(name), "should be text");
        }
        return null;
    }

    <E extends Enum<E>> @Nullable E word(String name, Class<E> words) {
        Node value = take(name);
        if (value == null) {
            return null;
        }
        for (E word : words.getEnumConstants()) {
            if (value instanceof ScalarNode scalar && scalar.getValue().equals(word.name())) {
                return word;
            }
        }
        errors.add(value, path(name), "should be one of " + List.of(words.getEnumConstants()));
        return null;
    }

    /// False when the field is missing.
    boolean flag(String name) {
        Node value = values.remove(name);
        if (value instanceof ScalarNode scalar && scalar.getValue().matches("true|false")) {
            return scalar.getValue().equals("true");
        }
        if (value != null) {
            errors.add(value, path(name), "should be true or false");
        }
        return false;
    }

    List<Node> list(String name) {
        Node value = take(name);
        if (value instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
            return new ArrayList<>(sequence.getValue());
        }
        if (value != null) {
            errors.add(value, path(name), "should be a list with at least one entry");
        }
        return List.of();
    }

    /// Reports every field that was not taken, because a misspelt field must not be lost silently.
    void nothingElse() {
        values.forEach((name, value) -> errors.add(value, path(name), "is not known here"));
    }
}
