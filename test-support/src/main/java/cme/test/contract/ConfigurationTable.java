package cme.test.contract;

import cme.stack.process.ProjectFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The tables of settings in `docs/configuration.md`.
public final class ConfigurationTable {
    private ConfigurationTable() {}

    /// The first two columns (name and default) of the rows for variables with this prefix, except
    /// those without a default.
    public static List<String> rows(String prefix) {
        try (var lines =
                Files.lines(ProjectFolder.find().resolve("docs").resolve("configuration.md"))) {
            return lines.filter(line -> line.startsWith("| `" + prefix + "_"))
                    .filter(line -> !line.contains("| none |"))
                    .map(line -> line.substring(0, line.indexOf('|', line.indexOf('|', 1) + 1)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The rows, as far as the default, that settings with these names and defaults should have. A
    /// setting without a default, such as a map, has no row.
    public static List<String> rowsOf(Map<String, String> defaults) {
        return defaults.entrySet().stream()
                .filter(one -> one.getValue() != null)
                .map(one -> "| `" + variable(one.getKey()) + "` | `" + one.getValue() + "` ")
                .sorted()
                .toList();
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
