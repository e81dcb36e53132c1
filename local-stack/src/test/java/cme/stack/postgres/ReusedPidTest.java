package cme.stack.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import cme.stack.Ports;
import cme.stack.process.DataFolder;
import cme.stack.process.KnownProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// After a restart of the machine the pids in old files belong to other programs.
class ReusedPidTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void aPidFileThatNamesAnotherProgramStopsNothing(@TempDir Path temporary) throws Exception {
        DataFolder folder = DataFolder.open(temporary);
        Postgres postgres = new Postgres(folder, Ports.free().postgres(), false);
        postgres.start();
        Path pidFile = temporary.toRealPath().resolve("postgres/postmaster.pid");
        String content = Files.readString(pidFile);
        postgres.stop(LIMIT);
        String self = Long.toString(ProcessHandle.current().pid());
        Files.writeString(pidFile, content.replaceFirst("\\d+", self));

        Postgres next = new Postgres(folder, Ports.free().postgres(), false);
        assertThat(next.isAlive()).isFalse();
        next.start();
        try {
            assertThat(next.running().map(KnownProcess::handle))
                    .isPresent()
                    .isNotEqualTo(Optional.of(ProcessHandle.current()));
        } finally {
            next.stop(LIMIT);
        }
    }
}
