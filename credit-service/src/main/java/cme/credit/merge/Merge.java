package cme.credit.merge;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The board's word that one diplomate is another one.
///
/// @param diplomateId who was found to be the other
/// @param into who remained then; may have been merged in turn since
/// @param withdrawn null while it stands
record Merge(UUID id, String diplomateId, String into, Saying said, @Nullable Saying withdrawn) {

    /// Who said it, when and why.
    record Saying(String reason, Instant at, String by) {}

    boolean stands() {
        return withdrawn == null;
    }

    /// What was said last.
    Saying latest() {
        return withdrawn == null ? said : withdrawn;
    }
}
