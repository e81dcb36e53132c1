package cme.credit.identity;

import cme.credit.matching.BirthMonthDay;
import cme.credit.matching.NameFolding;
import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// A diplomate as the board names them.
///
/// @param mergedInto the number that remains, when this was found to be another diplomate; null
///   otherwise
/// @param revision counts from 1 with every change
/// @param updatedBy subject of the token that changed it last
public record Identity(
        String diplomateId,
        @Nullable String npi,
        @Nullable String givenName,
        String familyName,
        @Nullable BirthMonthDay birthMonthDay,
        @Nullable String mergedInto,
        int revision,
        Instant updatedAt,
        String updatedBy) {

    /// Whose everything is that is posted for this number.
    public String remaining() {
        return mergedInto == null ? diplomateId : mergedInto;
    }

    /// The next revision, which says who it turned out to be.
    Identity redirected(@Nullable String into, Instant at, String by) {
        return new Identity(
                diplomateId, npi, givenName, familyName, birthMonthDay, into, revision + 1, at, by);
    }

    SortedSet<String> nameKeys() {
        return NameFolding.keys(familyName);
    }
}
