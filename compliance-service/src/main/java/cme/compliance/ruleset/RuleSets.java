package cme.compliance.ruleset;

import cme.compliance.rules.RuleSet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The rule sets there are, by id.
public final class RuleSets {

    private static final String FOLDER = "/rule-sets/";
    private static final String INDEX = "index.txt";

    private final Map<RuleSet.Id, RuleSetDocument> byId;

    private RuleSets(Map<RuleSet.Id, RuleSetDocument> byId) {
        this.byId = byId;
    }

    /// The rule sets that ship with the service: every file that `rule-sets/index.txt` names.
    ///
    /// @throws IllegalStateException with every problem of every file
    public static RuleSets shipped() {
        Map<String, String> files = new TreeMap<>();
        resource(INDEX)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(name -> files.put(name, resource(name)));
        return of(files);
    }

    /// @param yamlByFile the text of each file by its name
    /// @throws IllegalStateException with every problem of every file
    public static RuleSets of(Map<String, String> yamlByFile) {
        Map<RuleSet.Id, RuleSetDocument> byId = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        new TreeMap<>(yamlByFile)
                .forEach(
                        (file, yaml) -> {
                            switch (RuleSetReader.read(file, yaml)) {
                                case Reading.Refused(List<Problem> refused) ->
                                        problems.addAll(refused);
                                case Reading.Accepted(RuleSetDocument document) -> {
                                    if (byId.putIfAbsent(document.rules().id(), document) != null) {
                                        problems.add(
                                                new Problem(
                                                        file, 1, "id", "is taken by another file"));
                                    }
                                }
                            }
                        });
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    "rule sets cannot be read:\n"
                            + String.join("\n", problems.stream().map(Problem::toString).toList()));
        }
        return new RuleSets(byId);
    }

    public Optional<RuleSetDocument> find(RuleSet.Id id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// By id.
    public Collection<RuleSetDocument> all() {
        return byId.values();
    }

    private static String resource(String name) {
        try (InputStream stream = RuleSets.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + FOLDER + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
