package cme.test.stack;

import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import cme.stack.process.DataFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SharedTestStackTest {
    @Test
    void theStackEndsWithTheLastProcessThatUsesItEvenIfThatIsKilled(@TempDir Path temporary)
            throws Exception {
        DataFolder data = DataFolder.open(temporary);
        Process build = new ProcessBuilder("sleep", "300").start();
        try {
            new WatchedPids(data.root().resolve(SharedTestStackMain.WATCHED)).add(build.toHandle());
            SharedTestStackProcess process = new SharedTestStackProcess(data);
            process.start();
            int postgres = SharedTestStackState.read(data.root()).orElseThrow().postgresPort();
            assertThat(answers(postgres)).isTrue();

            build.destroyForcibly();

            await().until(() -> !process.isAlive());
            assertThat(answers(postgres)).isFalse();
            assertThat(data.root().resolve("stack/postgres")).doesNotExist();
        } finally {
            build.destroyForcibly();
        }
    }

    private static boolean answers(int port) {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
