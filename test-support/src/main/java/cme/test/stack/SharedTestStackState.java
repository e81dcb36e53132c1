package cme.test.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/// The file in which the process of the shared test stack tells test JVMs its ports and key.
///
/// @param folder the data folder of the stack
record SharedTestStackState(Path folder, int postgresPort, int kafkaPort, Path signingKey) {
    private static final String FILE = "state.properties";

    String bootstrapServers() {
        return "127.0.0.1:" + kafkaPort;
    }

    /// Empty if no stack was started in this folder, or if it has ended.
    static Optional<SharedTestStackState> read(Path processFolder) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(processFolder.resolve(FILE))) {
            properties.load(in);
        } catch (IOException _) {
            return Optional.empty();
        }
        return Optional.of(
                new SharedTestStackState(
                        Path.of(properties.getProperty("folder")),
                        Integer.parseInt(properties.getProperty("postgres-port")),
                        Integer.parseInt(properties.getProperty("kafka-port")),
                        Path.of(properties.getProperty("signing-key"))));
    }

    void write(Path processFolder) {
        Properties properties = new Properties();
        properties.setProperty("folder", folder.toString());
        properties.setProperty("postgres-port", Integer.toString(postgresPort));
        properties.setProperty("kafka-port", Integer.toString(kafkaPort));
        properties.setProperty("signing-key", signingKey.toString());
        Path unfinished = processFolder.resolve(FILE + ".new");
        try {
            try (Writer out = Files.newBufferedWriter(unfinished)) {
                properties.store(out, null);
            }
            Files.move(unfinished, processFolder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean exists(Path processFolder) {
        return Files.exists(processFolder.resolve(FILE));
    }

    static void delete(Path processFolder) throws IOException {
        Files.deleteIfExists(processFolder.resolve(FILE));
    }
}
