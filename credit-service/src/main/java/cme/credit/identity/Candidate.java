package cme.credit.identity;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/// A known diplomate with what matching looks at.
public record Candidate(
        String diplomateId,
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
