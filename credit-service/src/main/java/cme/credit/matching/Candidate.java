package cme.credit.matching;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The record of a person under one number. A person whose numbers were merged has several.
///
/// @param diplomateId the board's number of the person, now or before a merge
/// @param person the number that remains
record Candidate(
        String diplomateId,
        String person,
        @Nullable String npi,
        Set<String> nameKeys,
        @Nullable BirthMonthDay birthMonthDay) {

    Candidate {
        nameKeys = Set.copyOf(nameKeys);
    }

    /// True when the family names agree, and the days of birth too if both sides have one.
    boolean agreesWith(Claim claim) {
        boolean sameDay =
                birthMonthDay == null
                        || claim.birthMonthDay() == null
                        || birthMonthDay.equals(claim.birthMonthDay());
        return sameDay && NameFolding.agree(nameKeys, claim.nameKeys());
    }
}
