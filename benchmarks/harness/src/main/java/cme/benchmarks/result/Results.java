package cme.benchmarks.result;

import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keeps what was measured: as JSON, as a table, and as a chart.
public record Results(Instant at, boolean quick, List<Figure> figures) {
    public void writeTo(Path folder) {
        try {
            Files.createDirectories(folder);
            new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValue(folder.resolve("results.json").toFile(), json());
            Files.writeString(folder.resolve("results.md"), Markdown.table(figures));
            Files.writeString(folder.resolve("results.svg"), Chart.of(figures));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder, e);
        }
    }

    private Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", at.toString());
        json.put("quick", quick);
        json.put("processors", Runtime.getRuntime().availableProcessors());
        json.put("java", Runtime.version().toString());
        json.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        json.put("figures", figures.stream().map(Results::json).toList());
        return json;
    }

    private static Map<String, Object> json(Figure figure) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("measurement", figure.measurement());
        json.put("what", figure.what());
        json.put("unit", figure.unit());
        json.put("measured", json(figure.ours()));
        json.put("reference", figure.reference());
        json.put("referenceMeasured", json(figure.theirs()));
        json.put("ratio", json(figure.ratios()));
        json.put("aim", figure.aim().toString());
        json.put("verdict", figure.verdict().toString());
        return json;
    }

    private static Map<String, Object> json(Samples samples) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("median", samples.median());
        json.put("min", samples.min());
        json.put("max", samples.max());
        json.put("rounds", samples.values());
        return json;
    }
}
