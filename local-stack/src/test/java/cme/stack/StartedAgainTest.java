package cme.stack.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cme.stack.Ports;
import cme.stack.process.DataFolder;
import cme.stack.process.KnownProcess;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;

/// A process of a data folder is the same one, whoever started it.
class StartedAgainTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void whatSomebodyElseStartedAgainIsStoppedAsWell(@TempDir Path temporary) {
        DataFolder folder = DataFolder.open(temporary);
        Ports ports = Ports.free();
        Kafka kafka = new Kafka(folder, ports.kafka(), ports.kafkaController(), false);
        Kafka other = new Kafka(folder, ports.kafka(), ports.kafkaController(), false);
        kafka.start();
        kafka.kill();
        other.start();
        KnownProcess again = other.running().orElseThrow();
        try {
            assertThat(kafka.isAlive()).isTrue();
            kafka.stop(LIMIT);
            assertThat(again.isAlive()).isFalse();
        } finally {
            again.handle().destroyForcibly();
        }
    }
}
