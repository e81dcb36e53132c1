package cme.chassis.json;

import java.util.Optional;
import java.util.UUID;

/// Reads the ids of records, which are UUIDs in their usual form of 36 characters.
public final class Ids {

    private Ids() {}

    /// An id; empty when the text is none. The case of its letters does not matter.
    public static Optional<UUID> find(String text) {
        try {
            // Java also reads shorter forms.
            return Optional.of(UUID.fromString(text))
                    .filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
