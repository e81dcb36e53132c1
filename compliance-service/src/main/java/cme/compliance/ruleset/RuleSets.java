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
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The rule sets of this version of the service.
public final class RuleSets {

    private static final String FOLDER = "/rule-sets/";
    private static final String INDEX = "index.txt";

    private final Map<RuleSet.Id, RuleSetDocument> byId;

    private RuleSets(Map<RuleSet.Id, RuleSetDocument> byId) {
        this.byId = byId;
    }

    /// The rule sets that ship with the service: all files that `rule-sets/index.txt` lists.
    ///
    /// @throws IllegalStateException with every error of every file
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
    /// @throws IllegalStateException with every error of every file
    public static RuleSets of(Map<String, String> yamlByFile) {
        Map<RuleSet.Id, RuleSetDocument> byId = new TreeMap<>();
        List<FileError> errors = new ArrayList<>();
        new TreeMap<>(yamlByFile)
                .forEach(
                        (file, yaml) -> {
                            switch (RuleSetReader.read(file, yaml)) {
                                case RuleSetReader.Refused(List<FileError> refused) ->
                                        errors.addAll(refused);
                                case RuleSetReader.Accepted(RuleSetDocument document) -> {
                                    if (byId.putIfAbsent(document.rules().id(), document) != null) {
                                        errors.add(
                                                new FileError(
                                                        file, 1, "id", "is taken by another file"));
                                    }
                                }
                            }
                        });
        if (!errors.isEmpty()) {
            throw new IllegalStateException(
                    "The rule sets have errors:\n"
                            + String.join("\n", errors.stream().map(FileError::toString).toList()));
        }
        return new RuleSets(byId);
    }

    public Optional<RuleSetDocument> find(RuleSet.Id id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// @throws IllegalArgumentException when there is no such rule set
    public RuleSet rules(RuleSet.Id id) {
        return find(id).map(RuleSetDocument::rules)
                .orElseThrow(() -> new IllegalArgumentException("No rule set " + id));
    }

    /// In the order of their ids.
    public Collection<RuleSetDocument> all() {
        return byId.values();
    }

    /// The ids of the requirements of all rule sets, in order.
    public SortedSet<String> requirements() {
        return byId.values().stream()
                .flatMap(document -> document.rules().requirements().stream())
                .map(requirement -> requirement.id().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String resource(String name) {
        try (InputStream stream = RuleSets.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException("There is no resource " + FOLDER + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
