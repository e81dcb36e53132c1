package cme.stack.service;

import cme.stack.process.DataFolder;

/// The random key with which a service signs the checkpoints of its event log, kept in the data
/// folder.
public final class ChainKey {
    private static final int BYTES = 32;

    private ChainKey() {}

    /// 64 hexadecimal digits.
    public static String of(DataFolder folder, Service service) {
        return folder.randomSecret(service.module() + "-chain.key", BYTES);
    }
}
