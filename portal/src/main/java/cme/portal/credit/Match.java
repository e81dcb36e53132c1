package cme.portal.credit;

import org.jspecify.annotations.Nullable;

/// The answer whether a person would be found.
///
/// @param outcome A society is told `MATCH` or `NO_MATCH` only
/// @param diplomateId Of a match; a society is told its number only if it sent it
public record Match(String outcome, @Nullable String diplomateId) {
    /// A person as a roster would name them.
    public record Request(
            @Nullable String diplomateId,
            @Nullable String npi,
            String familyName,
            @Nullable String birthMonthDay) {}
}
