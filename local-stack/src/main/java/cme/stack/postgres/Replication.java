package cme.stack.postgres;

import cme.stack.postgres.Database.Login;
import cme.stack.process.DataFolder;
import cme.stack.process.StackFailure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Two servers of a data folder: which one is the primary, and whether the other may become it.
/// Both facts are files, so that they outlive every process.
///
/// A server that the file does not name is only ever started as a standby. That keeps a primary
/// that was replaced from coming back as a second one.
record Replication(DataFolder folder, List<Server> servers, DataDurability durability) {
    private static final String PRIMARY = "postgres-primary";
    private static final String COMPLETE = "postgres-standby-complete";
    private static final String ROLE = "standby";

    /// A server and the port where it listens.
    record Server(String name, int port) {}

    Server primary() {
        Path file = file(PRIMARY);
        try {
            String name = Files.exists(file) ? Files.readString(file).strip() : "";
            return servers.stream()
                    .filter(server -> server.name().equals(name))
                    .findFirst()
                    .orElse(servers.getFirst());
        } catch (IOException e) {
            throw new StackFailure("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    boolean isPrimary(Server server) {
        return primary().equals(server);
    }

    Server otherThan(Server server) {
        return servers.stream().filter(one -> !one.equals(server)).findFirst().orElseThrow();
    }

    void makePrimary(Server server) {
        write(PRIMARY, server.name() + "\n");
        standbyIsComplete(false);
    }

    /// True if the standby has every commit that was acknowledged.
    boolean isStandbyComplete() {
        return Files.exists(file(COMPLETE));
    }

    void standbyIsComplete(boolean complete) {
        try {
            if (complete) {
                write(COMPLETE, "");
            } else {
                Files.deleteIfExists(file(COMPLETE));
            }
        } catch (IOException e) {
            throw new StackFailure("Cannot delete " + file(COMPLETE) + ".", e);
        }
    }

    /// The role that a standby reads the log of the primary as.
    Login login() {
        return new Login(ROLE, Passwords.of(folder, ROLE));
    }

    /// True if a new primary waits for its standby from its first commit on.
    boolean waitsFromTheStart() {
        return durability == DataDurability.REQUIRED;
    }

    private void write(String name, String text) {
        Path unfinished = file(name + ".new");
        try {
            Files.writeString(unfinished, text);
            Files.move(unfinished, file(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StackFailure("Cannot write " + file(name) + ": " + e.getMessage(), e);
        }
    }

    private Path file(String name) {
        return folder.root().resolve(name);
    }
}
