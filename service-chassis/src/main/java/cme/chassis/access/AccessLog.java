package cme.chassis.access;

import cme.chassis.ChassisConfig;
import cme.chassis.disk.FullDisk;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.logging.ErrorManager;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.AsyncHandler;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.jboss.logmanager.handlers.PeriodicRotatingFileHandler;
import org.jspecify.annotations.Nullable;

/// Writes the access record, one JSON object a line, apart from the messages of the application: to
/// a file of its own that is rotated daily, or to the console. A thread of its own writes. When its
/// queue is full, requests wait. What then cannot be written is lost: it is counted, and the
/// service is not ready until there is room again.
@Singleton
public class AccessLog {

    static final String CATEGORY = "cme.access";

    private static final String DAILY = ".yyyy-MM-dd";
    private static final String LOST = "cme.access.lost";
    static final Formatter AS_IT_IS = new PatternFormatter("%s%n");
    private static final int TRIAL_BYTES = 64 * 1024;

    private final ChassisConfig.AccessLog config;
    private final ObjectMapper json;
    private final FullDisk disk;
    private final LostLines lost;
    private final Logger logger = Logger.getLogger(CATEGORY);
    private @Nullable AsyncHandler queue;

    AccessLog(ChassisConfig config, ObjectMapper json, MeterRegistry registry, Clock clock) {
        this.config = config.accessLog();
        this.json = json;
        this.disk = new FullDisk("access record", this::tryToWrite, clock);
        this.lost = new LostLines(disk, registry.counter(LOST));
    }

    public FullDisk disk() {
        return disk;
    }

    /// The console has no disk of ours: it is tried again by the next line.
    private void tryToWrite() throws IOException {
        if (config.file().isPresent()) {
            Path trial = Files.createTempFile(folder(Path.of(config.file().get())), "access", null);
            try {
                Files.write(trial, new byte[TRIAL_BYTES]);
            } finally {
                Files.deleteIfExists(trial);
            }
        }
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
    }

    void open(@Observes StartupEvent startup) {
        queue = new AsyncHandler(config.queueLength());
        queue.setOverflowAction(AsyncHandler.OverflowAction.BLOCK);
        queue.addHandler(target());
        logger.setUseParentHandlers(false);
        logger.addHandler(queue);
    }

    private Handler target() {
        return config.file()
                .map(file -> file(Path.of(file), lost))
                .orElseGet(
                        () -> {
                            var console = new ConsoleHandler(AS_IT_IS);
                            console.setErrorManager(lost);
                            return console;
                        });
    }

    static Handler file(Path file, ErrorManager errors) {
        try {
            Files.createDirectories(folder(file));
            var handler = new PeriodicRotatingFileHandler(file.toFile(), DAILY, true);
            handler.setFormatter(AS_IT_IS);
            handler.setErrorManager(errors);
            handler.setAutoFlush(true);
            return handler;
        } catch (IOException e) {
            throw new UncheckedIOException("The file of the access record cannot be opened", e);
        }
    }

    void close(@Observes ShutdownEvent shutdown) {
        if (queue != null) {
            logger.removeHandler(queue);
            queue.close();
        }
    }

    void write(AccessEntry entry) {
        try {
            logger.info(json.writeValueAsString(entry));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry of the access record cannot be written", e);
        }
    }
}
