package cme.stack.postgres;

import cme.stack.process.StackFailure;

import java.util.Locale;
import java.util.stream.Stream;

/// What becomes of writes while the standby is gone. The names are those of CloudNativePG
/// (`postgresql.synchronous.dataDurability`).
public enum DataDurability {
    /// Writes wait until a standby is back: whatever is acknowledged is on both servers.
    REQUIRED,
    /// Writes go on with one copy. The standby cannot be promoted before it has caught up.
    PREFERRED;

    /// @throws StackFailure when there is no such setting
    public static DataDurability of(String name) {
        return Stream.of(values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new StackFailure(
                                        "Data durability is required or preferred, not "
                                                + name
                                                + "."));
    }
}
