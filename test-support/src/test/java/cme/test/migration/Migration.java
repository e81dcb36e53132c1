package cme.test.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A migration in SQL.
///
/// @param path from the project's folder on
record Migration(Path project, String path) {

    private static final Pattern VERSION = Pattern.compile("V([0-9.]+)__.*\\.sql");

    /// As Flyway orders them.
    private static final Comparator<Migration> BY_VERSION =
            Comparator.comparing(Migration::version, Arrays::compare);

    /// All that a service applies: those of the chassis and its own.
    static List<Migration> of(Path project, String service) {
        return Stream.of(
                        project.resolve("service-chassis/src/main/resources/db/chassis"),
                        project.resolve(service + "/src/main/resources/db/migration"))
                .flatMap(Migration::filesOf)
                .filter(file -> VERSION.matcher(file.getFileName().toString()).matches())
                .map(file -> new Migration(project, project.relativize(file).toString()))
                .sorted(BY_VERSION)
                .toList();
    }

    private static Stream<Path> filesOf(Path folder) {
        try (var files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int[] version() {
        var matcher = VERSION.matcher(Path.of(path).getFileName().toString());
        if (!matcher.matches()) {
            throw new IllegalStateException("Not a migration: " + path);
        }
        return Stream.of(matcher.group(1).split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    String sql() {
        try {
            return Files.readString(project.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// SHA-256 in hexadecimal digits, or "missing" without a file.
    String sum() {
        var file = project.resolve(path);
        try {
            return Files.exists(file)
                    ? HexFormat.of()
                            .formatHex(
                                    MessageDigest.getInstance("SHA-256")
                                            .digest(Files.readAllBytes(file)))
                    : "missing";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
