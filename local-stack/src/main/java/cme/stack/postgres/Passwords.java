package cme.stack.postgres;

import cme.stack.process.DataFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/// One random password per role, kept in the data folder.
final class Passwords {
    private Passwords() {}

    static String of(DataFolder folder, String role) {
        return folder.randomSecret(name(role));
    }

    static void forget(DataFolder folder, String role) {
        try {
            Files.deleteIfExists(folder.secrets().resolve(name(role)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String role) {
        return "database-" + role + ".password";
    }
}
