package cme.stack.service;

import cme.stack.process.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The random key with which a service signs the checkpoints of its event log, kept in the data
/// folder.
public final class ChainKey {
    private static final int BYTES = 32;

    private ChainKey() {}

    /// 64 hexadecimal digits.
    public static String of(DataFolder folder, Service service) {
        String name = service.module() + "-chain.key";
        Path file = folder.secrets().resolve(name);
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[BYTES];
                new SecureRandom().nextBytes(random);
                folder.writeSecret(name, HexFormat.of().formatHex(random));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
