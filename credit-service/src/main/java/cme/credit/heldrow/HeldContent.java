package cme.credit.heldrow;

import cme.credit.completion.Completion.Content;
import cme.credit.completion.Credits;
import cme.credit.completion.Posted;
import cme.credit.matching.BirthMonthDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The content of a held row as it is stored and answered: the posted fields, with the provider of
/// the activity.
@Schema(name = "HeldContent")
record HeldContent(
        String externalId,
        @Nullable String diplomateId,
        @Nullable String npi,
        String familyName,
        @Nullable String birthMonthDay,
        @Nullable String activity,
        @Nullable String title,
        LocalDate completedOn,
        BigDecimal credits,
        @Nullable BigDecimal patientSafetyCredits,
        @Nullable String category,
        @Nullable String provider) {

    static HeldContent of(Posted posted) {
        BirthMonthDay day = posted.birthMonthDay();
        Content content = posted.content();
        Credits safety = content.patientSafetyCredits();
        return new HeldContent(
                posted.externalId(),
                posted.diplomateId(),
                posted.npi(),
                posted.familyName(),
                day == null ? null : day.toString(),
                content.activity(),
                content.title(),
                content.completedOn(),
                content.credits().amount(),
                safety == null ? null : safety.amount(),
                content.category(),
                content.provider());
    }

    Posted posted() {
        return new Posted(
                externalId,
                diplomateId,
                npi,
                familyName,
                birthMonthDay == null ? null : BirthMonthDay.parse(birthMonthDay).orElseThrow(),
                new Content(
                        activity,
                        title,
                        completedOn,
                        Credits.of(credits),
                        patientSafetyCredits == null ? null : Credits.of(patientSafetyCredits),
                        category,
                        provider));
    }
}
