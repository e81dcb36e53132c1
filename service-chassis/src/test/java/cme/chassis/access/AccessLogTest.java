package cme.chassis.access;

import static org.assertj.core.api.Assertions.assertThat;

import cme.chassis.disk.FullDisk;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.handlers.OutputStreamHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessLogTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final FullDisk disk = new FullDisk("access record", () -> {}, Clock.systemUTC());
    private final LostLines lost = new LostLines(disk, registry.counter("lost"));

    @Test
    void aLineThatFindsNoRoomIsCountedAndTheServiceIsNotReady() {
        var noRoom =
                new OutputStream() {
                    @Override
                    public void write(int oneByte) throws IOException {
                        throw new IOException("No space left on device");
                    }
                };
        var full = new OutputStreamHandler(noRoom, AccessLog.AS_IT_IS);
        full.setErrorManager(lost);
        full.setAutoFlush(true);
        full.publish(new LogRecord(Level.INFO, "a line"));
        assertThat(registry.counter("lost").count()).isPositive();
        assertThat(disk.isFull()).isTrue();
    }

    @Test
    void aLineIsWrittenAsItIs(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("new/access.log");
        Handler handler = AccessLog.file(file, lost);
        assertThat(handler.getErrorManager()).isSameAs(lost);
        handler.publish(new LogRecord(Level.INFO, "a line"));
        assertThat(Files.readAllLines(file)).containsExactly("a line");
        assertThat(registry.counter("lost").count()).isZero();
        handler.close();
    }
}
