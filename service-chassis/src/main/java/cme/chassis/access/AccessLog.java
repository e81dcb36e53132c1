package cme.chassis.access;

import cme.chassis.ChassisConfig;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
/// queue is full, requests wait: a request that is not recorded is not answered either.
@Singleton
class AccessLog {

    static final String CATEGORY = "cme.access";

    private static final String DAILY = ".yyyy-MM-dd";

    private final ChassisConfig.AccessLog config;
    private final ObjectMapper json;
    private final Logger logger = Logger.getLogger(CATEGORY);
    private @Nullable AsyncHandler queue;

    AccessLog(ChassisConfig config, ObjectMapper json) {
        this.config = config.accessLog();
        this.json = json;
    }

    void open(@Observes StartupEvent startup) {
        queue = new AsyncHandler(config.queueLength());
        queue.setOverflowAction(AsyncHandler.OverflowAction.BLOCK);
        queue.addHandler(target());
        logger.setUseParentHandlers(false);
        logger.addHandler(queue);
    }

    private Handler target() {
        Formatter asItIs = new PatternFormatter("%s%n");
        return config.file()
                .<Handler>map(file -> file(asItIs, Path.of(file)))
                .orElseGet(() -> new ConsoleHandler(asItIs));
    }

    private static Handler file(Formatter format, Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            var handler = new PeriodicRotatingFileHandler(file.toFile(), DAILY, true);
            handler.setFormatter(format);
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
