package cme.stack;

import cme.stack.process.DataFolder;
import cme.stack.process.StackFailure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The port base that a data folder was last started with, so that it need not be said again.
final class RememberedPorts {
    private RememberedPorts() {}

    static Ports of(DataFolder folder) {
        try {
            return new Ports(Integer.parseInt(Files.readString(file(folder)).strip()));
        } catch (IOException | NumberFormatException _) {
            return Ports.DEFAULT;
        }
    }

    static void keep(DataFolder folder, Ports ports) {
        try {
            Files.writeString(file(folder), ports.base() + "\n");
        } catch (IOException e) {
            throw new StackFailure("Cannot write to " + folder.root() + ": " + e.getMessage(), e);
        }
    }

    private static Path file(DataFolder folder) {
        return folder.root().resolve("port-base");
    }
}
