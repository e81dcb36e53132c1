package cme.stack.test;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/// What a running keeper tells the test JVMs.
///
/// @param folder the data folder of its stack
record KeeperState(Path folder, int postgresPort, int kafkaPort, Path signingKey) {
    private static final String FILE = "state.properties";

    String bootstrapServers() {
        return "127.0.0.1:" + kafkaPort;
    }

    /// What the keeper of this folder left behind; empty if it ended or never was.
    static Optional<KeeperState> read(Path keeper) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(keeper.resolve(FILE))) {
            properties.load(in);
        } catch (IOException _) {
            return Optional.empty();
        }
        return Optional.of(
                new KeeperState(
                        Path.of(properties.getProperty("folder")),
                        Integer.parseInt(properties.getProperty("postgres-port")),
                        Integer.parseInt(properties.getProperty("kafka-port")),
                        Path.of(properties.getProperty("signing-key"))));
    }

    void write(Path keeper) {
        Properties properties = new Properties();
        properties.setProperty("folder", folder.toString());
        properties.setProperty("postgres-port", Integer.toString(postgresPort));
        properties.setProperty("kafka-port", Integer.toString(kafkaPort));
        properties.setProperty("signing-key", signingKey.toString());
        Path unfinished = keeper.resolve(FILE + ".new");
        try {
            try (Writer out = Files.newBufferedWriter(unfinished)) {
                properties.store(out, null);
            }
            Files.move(unfinished, keeper.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean exists(Path keeper) {
        return Files.exists(keeper.resolve(FILE));
    }

    static void delete(Path keeper) throws IOException {
        Files.deleteIfExists(keeper.resolve(FILE));
    }
}
