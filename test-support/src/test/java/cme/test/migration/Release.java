package cme.test.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The migrations that a release came with: `docs/releases/<version>.migrations`, in the form of
/// `sha256sum`.
///
/// @param version such as `1.0`
/// @param sums the checksum of each migration by its path
record Release(String version, Map<String, String> sums) {

    private static final String ENDING = ".migrations";

    /// Every release, the newest last.
    static List<Release> all(Path project) {
        try (var files = Files.list(project.resolve("docs/releases"))) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .map(Release::read)
                    .sorted(Comparator.comparing(Release::numbers, Arrays::compare))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Release read(Path file) {
        var name = file.getFileName().toString();
        try {
            return new Release(
                    name.substring(0, name.length() - ENDING.length()),
                    Files.readAllLines(file).stream()
                            .map(line -> line.split(" {2}", 2))
                            .collect(Collectors.toMap(line -> line[1], line -> line[0])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int[] numbers() {
        return Stream.of(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    boolean has(Migration migration) {
        return sums.containsKey(migration.path());
    }
}
