package cme.chassis.json;

import cme.chassis.address.WebAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads web addresses for [Fields]. Whether a host is public is told by its name or number; the
/// name is not resolved.
final class Urls {

    private static final int MAX_LENGTH = 2_000;

    private Urls() {}

    /// @return null when it is absent or wrong, which is a violation then
    static @Nullable String read(Fields fields, String name, boolean isAnyHostAllowed) {
        String text = fields.text(name, MAX_LENGTH);
        if (text == null) {
            return null;
        }
        Optional<WebAddress> address = WebAddress.of(text);
        if (address.isEmpty()) {
            fields.violation(
                    name,
                    "url.form",
                    "An address that begins with https:// or http://, without a user and a password.");
            return null;
        }
        if (!isAnyHostAllowed && !address.get().isPublic()) {
            fields.violation(name, "url.address", "Addresses of public hosts only.");
            return null;
        }
        return text;
    }
}
