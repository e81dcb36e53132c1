package cme.stack.service;

import cme.stack.process.DataFolder;

import java.security.SecureRandom;
import java.util.HexFormat;

/// The random key with which a service signs the checkpoints of its event log, kept in the data
/// folder.
public final class ChainKey {
    private static final int BYTES = 32;

    private ChainKey() {}

    /// 64 hexadecimal digits.
    public static String of(DataFolder folder, Service service) {
        return folder.secret(service.module() + "-chain.key", ChainKey::random);
    }

    private static String random() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
