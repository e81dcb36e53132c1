package cme.stack;

import cme.stack.process.Folders;
import cme.stack.process.ProjectFolder;
import cme.stack.process.StackFailure;
import cme.stack.service.Service;
import cme.stack.service.ServiceProcess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Part of the build by `./cme`: runs each service once until it is ready, on a stack of its own,
/// and lets its JVM keep what it has loaded and linked by then. The next one that starts begins
/// there, in half the time.
final class RecordCommand {
    /// The cache is written while the JVM ends.
    private static final Duration WRITE_LIMIT = Duration.ofMinutes(3);

    private RecordCommand() {}

    /// @throws StackFailure when a service does not come up or leaves no cache
    static void run() {
        Path folder = ProjectFolder.find().resolve("target/recording");
        try {
            Folders.delete(folder);
            for (Service service : Service.values()) {
                Files.deleteIfExists(ServiceProcess.cache(service));
            }
            record(Options.in(folder).on(Ports.free()).withoutServices().unwatched().notDurable());
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The start of the services cannot be recorded", e);
        }
    }

    private static void record(Options options) {
        try (LocalStack stack = LocalStack.start(options)) {
            List<ServiceProcess> services =
                    Stream.of(Service.values()).map(service -> started(stack, service)).toList();
            services.parallelStream().forEach(service -> service.stop(WRITE_LIMIT));
        }
        for (Service service : Service.values()) {
            if (!Files.exists(ServiceProcess.cache(service))) {
                throw new StackFailure("The start of " + service.module() + " was not recorded.");
            }
        }
    }

    private static ServiceProcess started(LocalStack stack, Service service) {
        var output = List.of("-XX:AOTCacheOutput=" + ServiceProcess.cache(service));
        ServiceProcess process =
                service.hasDatabase()
                        ? stack.apart(service, service.database(), output)
                        : stack.another(service, output);
        stack.start(List.of(process));
        return process;
    }
}
