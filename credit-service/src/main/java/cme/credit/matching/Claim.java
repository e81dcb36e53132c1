package cme.credit.matching;

import org.jspecify.annotations.Nullable;

/// A poster's description of the person meant: at least one number, the family name, perhaps the
/// day of birth.
public record Claim(
        @Nullable String diplomateId,
        @Nullable String npi,
        FamilyName familyName,
        @Nullable BirthMonthDay birthMonthDay) {

    /// @throws IllegalArgumentException without any number
    public Claim {
        if (diplomateId == null && npi == null) {
            throw new IllegalArgumentException("A claim needs a diplomateId or an npi");
        }
    }
}
