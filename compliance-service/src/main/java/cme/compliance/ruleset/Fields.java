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

/// The fields of one YAML mapping. Each is taken once; what is missing, repeated, unknown or of the
/// wrong kind is noted.
final class Fields {

    private final Node node;
    private final String path;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();

    Fields(Node node, String path, Problems problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::note);
        } else {
            problems.add(node, path.isEmpty() ? "file" : path, "should be fields with values");
        }
    }

    private void note(NodeTuple field) {
        String name = field.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (values.putIfAbsent(name, field.getValueNode()) != null) {
            problems.add(field.getKeyNode(), path(name), "is given twice");
        }
    }

    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    Problems problems() {
        return problems;
    }

    /// Where a field stands, null when missing; it is still to be taken.
    @Nullable Node peek(String name) {
        return values.get(name);
    }

    /// Null when missing, which is noted.
    @Nullable Node take(String name) {
        Node value = values.remove(name);
        if (value == null && node instanceof MappingNode) {
            problems.add(node, path(name), "is missing");
        }
        return value;
    }

    /// Text on one or more lines; null when missing or not text, which is noted.
    @Nullable String text(String name) {
        Node value = take(name);
        if (value instanceof ScalarNode scalar
                && scalar.getTag().equals(Tag.STR)
                && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        if (value != null) {
            problems.add(value, path(name), "should be text");
        }
        return null;
    }

    /// Null when missing or not one of the words, which is noted.
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
        problems.add(value, path(name), "should be one of " + List.of(words.getEnumConstants()));
        return null;
    }

    List<Node> list(String name) {
        Node value = take(name);
        if (value instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
            return new ArrayList<>(sequence.getValue());
        }
        if (value != null) {
            problems.add(value, path(name), "should be a list with at least one entry");
        }
        return List.of();
    }

    /// Notes every field that nobody took: a misspelt one must not be lost silently.
    void nothingElse() {
        values.forEach((name, value) -> problems.add(value, path(name), "is not known here"));
    }
}
