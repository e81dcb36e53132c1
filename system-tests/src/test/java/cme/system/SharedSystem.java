package cme.system;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Gives every test class the same running system, with the sample board entered: starting it is
/// what takes the time. Each class keeps to diplomates and activities of its own.
final class SharedSystem implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TheSystem.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(TheSystem.class, _ -> start(), TheSystem.class);
    }

    private static TheSystem start() {
        try {
            var system =
                    new TheSystem(
                            Files.createDirectories(
                                    Path.of("target", "system-" + ProcessHandle.current().pid())));
            new SampleBoard(system).enter();
            return system;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
