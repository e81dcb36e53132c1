package cme.credit.matching;

import org.jspecify.annotations.Nullable;

/// The record of a person under one number. A person whose numbers were merged has several.
///
/// @param diplomateId the board's number of the person, now or before a merge
/// @param person the number that remains
/// @param isErased whether nothing but the numbers is left; such a record is never matched
record Candidate(
        String diplomateId,
        String person,
        @Nullable String npi,
        FamilyName familyName,
        @Nullable BirthMonthDay birthMonthDay,
        boolean isErased) {

    /// Somebody whom no claim means.
    static Candidate nobody() {
        return new Candidate("-", "-", null, FamilyName.of("Nobody"), null, false);
    }

    /// True when the family names agree, and the days of birth too if both sides have one.
    boolean agreesWith(Claim claim) {
        boolean sameDay =
                birthMonthDay == null
                        || claim.birthMonthDay() == null
                        || birthMonthDay.equals(claim.birthMonthDay());
        return !isErased && sameDay && claim.familyName().agreesWith(familyName);
    }
}
