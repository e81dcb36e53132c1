package cme.test.access;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The roles that may use each operation, declared in a test: one line per operation with method,
/// path and roles, such as `GET /v1/completions/{completion} board, own society, own diplomate`.
///
/// A name in braces is replaced by something that the test made; a path may have a query. Roles are
/// `everybody` (also without a token), `any token`, `board`, `ops`, `society` (any that names its
/// provider), `own society`, `own diplomate`.
public final class AccessTable {

    static final String EVERYBODY = "everybody";
    static final String ANY_TOKEN = "any token";

    private static final Set<String> WORDS =
            Set.of(EVERYBODY, ANY_TOKEN, "board", "ops", "society", "own society", "own diplomate");

    /// @param path with names in braces that a test replaces
    record Line(String method, String path, Set<String> letIn) {

        boolean letsIn(Caller caller) {
            return caller.countsAs().stream().anyMatch(letIn::contains);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private final List<Line> lines;
    private final Map<String, String> made = new HashMap<>();
    private final Map<String, String> bodies = new HashMap<>();

    private AccessTable(List<Line> lines) {
        this.lines = lines;
    }

    /// @throws IllegalArgumentException when a line has an unknown role
    public static AccessTable of(String text) {
        return new AccessTable(
                text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(AccessTable::line)
                        .toList());
    }

    private static Line line(String text) {
        String[] parts = text.split("\\s+", 3);
        Set<String> letIn =
                Arrays.stream(parts[2].split(",")).map(String::strip).collect(Collectors.toSet());
        if (!WORDS.containsAll(letIn)) {
            throw new IllegalArgumentException("There is no such role: " + text);
        }
        return new Line(parts[0], parts[1], letIn);
    }

    /// Sets the value for a name in braces.
    public AccessTable with(String name, String value) {
        made.put("{" + name + "}", value);
        return this;
    }

    /// The JSON body of an operation, by default `{}`. Operations check the caller before the body
    /// where they can: give a body only if the right to call depends on it.
    public AccessTable body(String operation, String json) {
        bodies.put(operation, json);
        return this;
    }

    List<Line> lines() {
        return lines;
    }

    String path(Line line) {
        String path = line.path();
        for (var entry : made.entrySet()) {
            path = path.replace(entry.getKey(), entry.getValue());
        }
        return path;
    }

    String json(Line line) {
        return bodies.getOrDefault(line.toString(), "{}");
    }
}
