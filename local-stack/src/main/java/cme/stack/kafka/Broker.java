package cme.stack.kafka;

import cme.stack.process.DataFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/// The main class of the broker's JVM. Arguments: the data folder, the settings file, a file to
/// create once the broker takes requests of its users, its port, and the id of its cluster.
final class Broker {
    private Broker() {}

    public static void main(String[] arguments) throws Exception {
        DataFolder folder = DataFolder.open(Path.of(arguments[0]));
        Path settings = Path.of(arguments[1]);
        Path ready = Path.of(arguments[2]);
        int port = Integer.parseInt(arguments[3]);
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(settings)) {
            properties.load(in);
        }
        format(properties, arguments[4]);
        KafkaRaftServer server =
                new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        KafkaUsers.of(folder, port).establish(KafkaRight.ofServices());
        announce(ready);
        server.awaitShutdown();
    }

    /// The log folder must know its cluster before the first start. `meta.properties` is the last
    /// file that formatting writes, so formatting that was cut short is done again.
    private static void format(Properties properties, String cluster) throws Exception {
        String log = properties.getProperty("log.dirs");
        if (Files.exists(Path.of(log, "meta.properties"))) {
            return;
        }
        new Formatter()
                .setClusterId(cluster)
                .setNodeId(Integer.parseInt(properties.getProperty("node.id")))
                .setControllerListenerName(properties.getProperty("controller.listener.names"))
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setMetadataLogDirectory(log)
                .addDirectory(log)
                .setIgnoreFormatted(true)
                .setPrintStream(System.out)
                .run();
    }

    private static void announce(Path ready) throws IOException {
        Path unfinished = ready.resolveSibling(ready.getFileName() + ".new");
        Files.writeString(unfinished, Long.toString(ProcessHandle.current().pid()));
        Files.move(unfinished, ready, StandardCopyOption.ATOMIC_MOVE);
    }
}
