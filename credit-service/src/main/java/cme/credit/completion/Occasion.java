package cme.credit.completion;

import cme.credit.access.Poster;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The occasion on which something is posted: in whose name, by whom, when, and in which roster.
///
/// @param by subject of the token
/// @param roster null when something is posted alone
/// @param posting number of this posting of the roster, from 1; 0 when something is posted alone
public record Occasion(Poster poster, String by, Instant at, @Nullable UUID roster, int posting) {
    /// The same posting, decided on later by another author.
    public Occasion decided(Instant later, String decidedBy) {
        return new Occasion(poster, decidedBy, later, roster, posting);
    }
}
