package cme.stack;

import cme.stack.process.DataFolder;
import cme.stack.service.Service;
import cme.stack.service.ServiceProcess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The settings of services that are left out of a stack, for `./cme dev` to run them: one file per
/// service that a shell can read, kept among the secrets because it holds a password.
record ServiceSettings(DataFolder folder) {
    void write(ServiceProcess service) {
        String text =
                service.environment().entrySet().stream()
                        .map(one -> one.getKey() + "='" + one.getValue() + "'\n")
                        .sorted()
                        .collect(Collectors.joining());
        folder.writeSecret(name(service.service()), text);
    }

    /// Shows `./cme dev` that the stack is gone.
    void delete() {
        try {
            for (Path file : Stream.of(Service.values()).map(this::file).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(Service service) {
        return folder.secrets().resolve(name(service));
    }

    private static String name(Service service) {
        return service.module() + ".env";
    }
}
