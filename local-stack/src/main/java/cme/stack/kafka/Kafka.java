package cme.stack.kafka;

import cme.stack.process.DataFolder;
import cme.stack.process.JvmProcess;
import cme.stack.process.KnownProcess;
import cme.stack.process.ProjectFolder;
import cme.stack.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The Kafka broker of a data folder, as a process.
public final class Kafka extends JvmProcess {
    /// Its name as a process.
    public static final String NAME = "kafka";

    private static final String SETTINGS = "kafka-server.properties";

    private static final Duration START_LIMIT =
            Duration.ofMinutes(2); // checks its logs after a crash

    private final DataFolder data;
    private final Path folder;
    private final int port;
    private final int controllerPort;
    private final int advertisedPort;
    private final boolean durable;

    public Kafka(DataFolder data, int port, int controllerPort, boolean durable) {
        this(data, port, controllerPort, port, durable);
    }

    /// @param advertisedPort where clients are sent, when that is not where the broker listens
    public Kafka(
            DataFolder data, int port, int controllerPort, int advertisedPort, boolean durable) {
        super(NAME, data, START_LIMIT);
        this.data = data;
        this.folder = data.root().resolve("kafka");
        this.port = port;
        this.controllerPort = controllerPort;
        this.advertisedPort = advertisedPort;
        this.durable = durable;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + advertisedPort;
    }

    /// How a service or the super user logs in.
    public KafkaLogin login(String user) {
        return KafkaLogin.of(data, bootstrapServers(), user);
    }

    /// Gives further rights to the running broker, for tests with topics of their own.
    public void grant(List<KafkaRight> rights) {
        KafkaUsers.of(data, advertisedPort).establish(rights);
    }

    @Override
    protected List<String> arguments() {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(ready());
            data.writeSecret(
                    SETTINGS,
                    BrokerSettings.text(data, port, controllerPort, advertisedPort, durable));
        } catch (IOException e) {
            throw new StackFailure("Cannot write to " + folder + ": " + e.getMessage(), e);
        }
        return List.of(
                "-Xms64m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                // Starts in two thirds of the time and serves half as much, which is plenty for
                // tests.
                durable ? "-XX:+TieredCompilation" : "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS",
                "-Dcme.home=" + ProjectFolder.find(),
                Broker.class.getName(),
                data.root().toString(),
                data.secrets().resolve(SETTINGS).toString(),
                ready().toString(),
                Integer.toString(port));
    }

    @Override
    protected Map<String, String> environment() {
        return Map.of();
    }

    @Override
    protected Optional<String> classPath() {
        return Optional.of(ProjectFolder.classPath());
    }

    @Override
    protected Path directory() {
        return folder;
    }

    @Override
    protected boolean isReady(KnownProcess process) {
        try {
            return Files.readString(ready()).equals(Long.toString(process.handle().pid()));
        } catch (IOException _) {
            return false;
        }
    }

    private Path ready() {
        return folder.resolve("ready");
    }
}
