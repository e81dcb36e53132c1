package cme.chassis.outage;

import cme.stack.Ports;
import cme.stack.kafka.Kafka;
import cme.stack.postgres.Postgres;
import cme.stack.process.DataFolder;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/// Stops and starts the processes of [OwnStackResource].
record OwnStack(Postgres postgres, Kafka kafka) {

    static final String FOLDER = "test.own-stack.folder";
    static final String PORT_BASE = "test.own-stack.port-base";
    static final Duration LIMIT = Duration.ofSeconds(20);

    static OwnStack ofThisTest() {
        var config = ConfigProvider.getConfig();
        var data = DataFolder.open(Path.of(config.getValue(FOLDER, String.class)));
        var ports = new Ports(config.getValue(PORT_BASE, Integer.class));
        return new OwnStack(
                new Postgres(data, ports.postgres(), false),
                new Kafka(data, ports.kafka(), ports.kafkaController(), false));
    }
}
