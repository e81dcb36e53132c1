package cme.deploy.helm;

import cme.stack.process.ProjectFolder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The chart, and what Helm makes of it.
final class Chart {

    static final Path FOLDER = ProjectFolder.find().resolve("deploy/helm/cme");

    /// The namespace in which the chart is installed here.
    static final String NAMESPACE = "certification";

    static final YAMLMapper YAML = new YAMLMapper();

    private static final Map<ValueSet, Objects> RENDERED = new EnumMap<>(ValueSet.class);

    /// The three files of values beside the chart's own.
    enum ValueSet {
        SMALL("values-small.yaml"),
        LARGE("values-large.yaml"),
        EXISTING("values-existing.yaml");

        private final String file;

        ValueSet(String file) {
            this.file = file;
        }

        Path path() {
            return FOLDER.resolve(file);
        }
    }

    private Chart() {}

    /// The version of the project that the chart installs.
    static String appVersion() throws IOException {
        return YAML.readTree(FOLDER.resolve("Chart.yaml").toFile()).path("appVersion").asText();
    }

    /// The objects of a value set, rendered once, from the chart as it is: Helm follows its links.
    static Objects of(ValueSet values) {
        synchronized (RENDERED) {
            return RENDERED.computeIfAbsent(values, set -> render(FOLDER, set, Map.of()));
        }
    }

    /// The objects of a value set with some values changed.
    ///
    /// @param changes values by their path, as `helm template --set` takes them
    /// @throws IllegalStateException when the chart refuses the values
    static Objects with(ValueSet values, Map<String, Object> changes) {
        return render(Copy.FOLDER, values, changes);
    }

    private static Objects render(Path chart, ValueSet values, Map<String, Object> changes) {
        TemplateCommand template =
                new Helm(chart)
                        .template()
                        .withName("cme")
                        .withNamespace(NAMESPACE)
                        .withKubeVersion("1.33.0")
                        .withValuesFile(values.path());
        changes.forEach(template::set);
        return new Objects(documents(template.call()));
    }

    /// Copies the chart with the contents of what it links to. Helm logs each link whenever it
    /// reads one.
    static Path copyTo(Path folder) throws IOException {
        var chart = folder.resolve("cme");
        try (var files = Files.walk(FOLDER, FileVisitOption.FOLLOW_LINKS)) {
            for (var file : files.toList()) {
                Files.copy(file, chart.resolve(FOLDER.relativize(file)));
            }
        }
        return chart;
    }

    private static final class Copy {
        private static final Path FOLDER = make();

        private static Path make() {
            try {
                return copyTo(Files.createTempDirectory(Path.of("target"), "chart"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static List<JsonNode> documents(String manifest) {
        try (MappingIterator<JsonNode> all = YAML.readerFor(JsonNode.class).readValues(manifest)) {
            return all.readAll().stream().filter(node -> node.size() > 0).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(JsonNode node) {
        try {
            return YAML.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
