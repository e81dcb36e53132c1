package cme.stack;

import cme.stack.process.DataFolder;

import java.util.Base64;

/// The keys that services store secrets with: one per database, kept in the data folder. A second
/// one can be put before it, with a comma.
public final class SealingKeys {
    private static final int BYTES = 32;

    private SealingKeys() {}

    /// The text of the setting, `id:key`.
    static String of(DataFolder folder, String database) {
        return folder.secret("sealing-" + database + ".keys", SealingKeys::random);
    }

    /// A new key.
    public static String random() {
        return "1:" + Base64.getEncoder().encodeToString(DataFolder.random(BYTES));
    }
}
