package cme.compliance.ruleset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/// Collects everything wrong with one file, so that it can be mended in one go.
final class Problems {

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Node node, String field, String message) {
        add(node.getStartMark(), field, message);
    }

    void add(Mark mark, String field, String message) {
        found.add(new Problem(file, mark.getLine() + 1, field, message));
    }

    boolean none() {
        return found.isEmpty();
    }

    List<Problem> inOrder() {
        return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }
}
