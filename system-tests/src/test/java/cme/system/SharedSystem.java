package cme.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives every test class the same running system, with the sample board entered and its traces
/// collected, because starting it takes most of the time. Each class has diplomates and activities
/// of its own.
final class SharedSystem implements ParameterResolver {

    /// @param collector takes the traces of all services
    private record Shared(RunningSystem system, TraceCollector collector) implements AutoCloseable {

        @Override
        public void close() {
            system.close();
            collector.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == RunningSystem.class || type == TraceCollector.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var shared =
                context.getRoot()
                        .getStore(Namespace.GLOBAL)
                        .computeIfAbsent(Shared.class, _ -> start(), Shared.class);
        return parameter.getParameter().getType() == RunningSystem.class
                ? shared.system()
                : shared.collector();
    }

    /// Receivers of webhooks are on this machine. Logs are checked and signed more often and
    /// without pauses, so that no test waits for it.
    private static List<String> arguments(TraceCollector collector) {
        return Stream.concat(
                        collector.javaArguments().stream(),
                        Stream.of(
                                "-Dcme.chassis.webhooks.any-address=true",
                                "-Dcme.chassis.chain.check-interval=2s",
                                "-Dcme.chassis.chain.check-share=100",
                                "-Dcme.chassis.chain.checkpoint-interval=2s"))
                .toList();
    }

    private static Shared start() {
        try {
            var folder = Path.of("target", "system-" + ProcessHandle.current().pid());
            var collector = new TraceCollector();
            var system = RunningSystem.start(Files.createDirectories(folder), arguments(collector));
            new SampleBoard(system).enter();
            return new Shared(system, collector);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
