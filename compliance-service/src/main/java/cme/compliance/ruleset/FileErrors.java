package cme.compliance.ruleset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/// Collects all errors of one file, so that they can be corrected together.
final class FileErrors {

    private final String file;
    private final List<FileError> found = new ArrayList<>();

    FileErrors(String file) {
        this.file = file;
    }

    void add(Node node, String field, String message) {
        add(node.getStartMark(), field, message);
    }

    void add(Mark mark, String field, String message) {
        found.add(new FileError(file, mark.getLine() + 1, field, message));
    }

    boolean none() {
        return found.isEmpty();
    }

    List<FileError> inOrder() {
        return found.stream().sorted(Comparator.comparingInt(FileError::line)).toList();
    }
}
