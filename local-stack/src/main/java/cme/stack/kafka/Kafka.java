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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;

/// A Kafka broker of a data folder, as a process: the only one, or one of several that form a
/// cluster. Each of several is a controller too.
public final class Kafka extends JvmProcess {
    /// The name of the only broker as a process, and the beginning of the names of several.
    public static final String NAME = "kafka";

    private static final Duration START_LIMIT =
            Duration.ofMinutes(5); // checks its logs after a crash, on slow machines too

    private final DataFolder data;
    private final Path folder;
    private final int id;
    private final List<BrokerPorts> cluster;
    private final boolean durable;

    public Kafka(DataFolder data, int port, int controllerPort, boolean durable) {
        this(data, new BrokerPorts(port, controllerPort), durable);
    }

    public Kafka(DataFolder data, BrokerPorts ports, boolean durable) {
        this(NAME, data, 1, List.of(ports), durable);
    }

    private Kafka(
            String name, DataFolder data, int id, List<BrokerPorts> cluster, boolean durable) {
        super(name, data, START_LIMIT);
        this.data = data;
        this.folder = data.root().resolve(name);
        this.id = id;
        this.cluster = cluster;
        this.durable = durable;
    }

    /// Several brokers that form a cluster.
    public static List<Kafka> cluster(DataFolder data, List<BrokerPorts> ports, boolean durable) {
        return IntStream.rangeClosed(1, ports.size())
                .mapToObj(id -> new Kafka(NAME + "-" + id, data, id, ports, durable))
                .toList();
    }

    /// All brokers of the cluster.
    public String bootstrapServers() {
        return cluster.stream()
                .map(ports -> "127.0.0.1:" + ports.advertised())
                .collect(Collectors.joining(","));
    }

    /// The number of copies that the cluster can keep of everything.
    public int copies() {
        return cluster.size();
    }

    /// How a service or the super user logs in.
    public KafkaLogin login(String user) {
        return KafkaLogin.of(data, bootstrapServers(), user);
    }

    /// Gives further rights to the running broker, for tests with topics of their own.
    public void grant(List<KafkaRight> rights) {
        KafkaUsers.of(data, ports().advertised()).establish(rights);
    }

    private BrokerPorts ports() {
        return cluster.get(id - 1);
    }

    private String settings() {
        return name() + "-server.properties";
    }

    @Override
    protected List<String> arguments() {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(ready());
            // Brokers that begin at the same time must find the same passwords.
            KafkaRight.ofServices().forEach(right -> KafkaLogin.password(data, right.user()));
            data.writeSecret(settings(), BrokerSettings.text(data, id, cluster, durable));
        } catch (IOException e) {
            throw new StackFailure("Cannot write to " + folder + ": " + e.getMessage(), e);
        }
        return List.of(
                cluster.size() == 1 ? "-Xms64m" : "-Xms32m",
                cluster.size() == 1 ? "-Xmx256m" : "-Xmx160m",
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
                data.secrets().resolve(settings()).toString(),
                ready().toString(),
                Integer.toString(ports().clients()),
                data.secret("kafka-cluster.id", () -> Uuid.randomUuid().toString()));
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
