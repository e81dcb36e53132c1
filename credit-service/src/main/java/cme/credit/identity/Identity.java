package cme.credit.identity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.SortedSet;

/// A diplomate as the board names them.
///
/// @param revision counts from 1 with every change
/// @param updatedBy subject of the token that changed it last
public record Identity(
        String diplomateId,
        @Nullable String npi,
        @Nullable String givenName,
        String familyName,
        @Nullable BirthMonthDay birthMonthDay,
        int revision,
        Instant updatedAt,
        String updatedBy) {

    SortedSet<String> nameKeys() {
        return NameFolding.keys(familyName);
    }
}
