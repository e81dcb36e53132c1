package cme.stack.postgres;

import cme.stack.process.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;

/// One random password per role, kept in the data folder.
final class Passwords {
    private static final int BYTES = 18;

    private Passwords() {}

    static String of(DataFolder folder, String role) {
        return folder.secret(name(role), Passwords::random);
    }

    private static String random() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
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
