package cme.credit.matching;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of somebody under one number of theirs. Who was merged with another diplomate is
/// known under several.
///
/// @param diplomateId the board's number of them, or was before they were merged
/// @param person the number that remains
public record Candidate(
        String diplomateId,
        String person,
        @Nullable String npi,
        Set<String> nameKeys,
        @Nullable BirthMonthDay birthMonthDay) {

    public Candidate {
        nameKeys = Set.copyOf(nameKeys);
    }

    /// The family name agrees, and so does the day of birth when both sides have it.
    boolean agreesWith(Claim claim) {
        boolean sameDay =
                birthMonthDay == null
                        || claim.birthMonthDay() == null
                        || birthMonthDay.equals(claim.birthMonthDay());
        return sameDay && NameFolding.agree(nameKeys, claim.nameKeys());
    }
}
