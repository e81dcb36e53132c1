package cme.stack;

import static org.assertj.core.api.Assertions.assertThat;

import cme.stack.kafka.Kafka;
import cme.stack.postgres.Postgres;
import cme.stack.process.DataFolder;
import cme.stack.process.KnownProcess;
import cme.stack.process.StackProcess;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process of a data folder is the same one for every JVM: one that another JVM started again is
/// stopped as well.
@Tag("slow")
class StartedAgainTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Ports ports = Ports.free();

    @Test
    void kafka(@TempDir Path temporary) {
        DataFolder folder = DataFolder.open(temporary);
        stopsWhatAnotherStarted(kafka(folder), kafka(folder));
    }

    @Test
    void postgres(@TempDir Path temporary) {
        DataFolder folder = DataFolder.open(temporary);
        stopsWhatAnotherStarted(postgres(folder), postgres(folder));
    }

    private Kafka kafka(DataFolder folder) {
        return new Kafka(folder, ports.kafka(), ports.kafkaController(), false);
    }

    private Postgres postgres(DataFolder folder) {
        return new Postgres(folder, ports.postgres(), false);
    }

    private static void stopsWhatAnotherStarted(StackProcess process, StackProcess another) {
        process.start();
        process.kill();
        another.start();
        KnownProcess again = another.running().orElseThrow();
        try {
            assertThat(process.isAlive()).isTrue();
            process.stop(LIMIT);
            assertThat(again.isAlive()).isFalse();
        } finally {
            again.handle().destroyForcibly();
        }
    }
}
