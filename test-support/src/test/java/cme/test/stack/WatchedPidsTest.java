package cme.test.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedPidsTest {

    @TempDir private Path folder;

    /// The stack ends when it finds nobody, or cannot read who there is.
    @Test
    void aProcessIsFoundAliveWhileItJoinsOnceMore() throws IOException {
        var pids = new WatchedPids(folder.resolve("watched"));
        pids.add(ProcessHandle.current());
        CompletableFuture<Void> joining = CompletableFuture.runAsync(() -> join(pids));
        do {
            assertThat(pids.anyAlive()).isTrue();
        } while (!joining.isDone());
        joining.join();
    }

    private static void join(WatchedPids pids) {
        try {
            for (int i = 0; i < 2_000; i++) {
                pids.add(ProcessHandle.current());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
