package cme.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cme.stack.process.KnownProcess;
import cme.stack.process.StackFailure;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starts under good and bad circumstances. One data folder serves all, as it would serve a user; a
/// space in its path does no harm.
@Tag("slow")
class StartTest {
    @TempDir static Path temporary;

    private static Options options() {
        return ForeignStack.options(temporary.resolve("my data"), Ports.free());
    }

    @Test
    void aStartEndsWhatAKilledStackLeftAndFindsItsDataAsItDoesAfterAStop() throws Exception {
        String orphaned = "orphaned-" + System.nanoTime();
        String kept = "kept-" + System.nanoTime();
        List<KnownProcess> orphans;
        try (ForeignStack killed = ForeignStack.start(options())) {
            killed.engines().leave(orphaned);
            orphans = killed.engines().running();
            killed.kill();
        }
        assertThat(orphans).hasSize(2).allMatch(KnownProcess::isAlive);

        try (LocalStack stack = LocalStack.start(options())) {
            assertThat(orphans).noneMatch(KnownProcess::isAlive);
            assertThat(Engines.of(stack).have(orphaned)).isTrue();
            Engines.of(stack).leave(kept);
        }
        try (LocalStack stack = LocalStack.start(options())) {
            assertThat(Engines.of(stack).have(kept)).isTrue();
        }
    }

    @Test
    void portsInUseAreNamedAndNothingIsStarted() throws Exception {
        Ports ports = Ports.free();
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket _ = new ServerSocket(ports.postgres(), 1, loopback);
                ServerSocket _ = new ServerSocket(ports.kafka(), 1, loopback)) {
            assertThatExceptionOfType(StackFailure.class)
                    .isThrownBy(() -> LocalStack.start(options().on(ports)))
                    .withMessageStartingWith(
                            "These ports are in use by another program: %d, %d on 127.0.0.1; "
                                    .formatted(ports.postgres(), ports.kafka()));
        }
        // Neither its processes nor its lock are left.
        LocalStack.open(options()).close();
    }

    @Test
    void aFolderThatCannotBeWrittenToIsRefused() throws Exception {
        Path file = temporary.resolve("a file");
        Files.writeString(file, "not a folder");
        for (Path path : List.of(file, file.resolve("data"), Path.of("/proc/cme"))) {
            assertThatExceptionOfType(StackFailure.class)
                    .isThrownBy(() -> LocalStack.start(Options.in(path)))
                    .withMessageStartingWith("Cannot write to " + path + ": ");
        }
    }
}
