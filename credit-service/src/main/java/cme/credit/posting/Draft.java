package cme.credit.posting;

import cme.chassis.problem.Violation;
import cme.credit.completion.Credits;
import cme.credit.completion.Posted;
import cme.credit.matching.BirthMonthDay;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A posted completion as far as it could be read, with everything that is wrong with its form.
public record Draft(
        @Nullable String externalId,
        @Nullable String diplomateId,
        @Nullable String npi,
        @Nullable String familyName,
        @Nullable BirthMonthDay birthMonthDay,
        @Nullable String activity,
        @Nullable String title,
        @Nullable LocalDate completedOn,
        @Nullable Credits credits,
        @Nullable Credits patientSafetyCredits,
        @Nullable String category,
        @Nullable String provider,
        List<Violation> violations) {

    public Draft {
        violations = List.copyOf(violations);
    }

    /// What was posted, once nothing is wrong with its form; null otherwise.
    @Nullable Posted posted() {
        if (!violations.isEmpty()
                || externalId == null
                || familyName == null
                || completedOn == null
                || credits == null) {
            return null;
        }
        return new Posted(
                externalId,
                diplomateId,
                npi,
                familyName,
                birthMonthDay,
                activity,
                title,
                completedOn,
                credits,
                patientSafetyCredits,
                category,
                provider);
    }
}
