package cme.credit.heldrow;

import cme.chassis.json.StrictJson;
import cme.credit.completion.Credits;
import cme.credit.completion.Posted;
import cme.credit.matching.BirthMonthDay;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How the content of a held row is kept: its fields as they were posted, and the provider as it
/// was found.
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

    private static final ObjectMapper JSON = StrictJson.mapper();

    static String json(HeldRow row) {
        Posted posted = row.posted();
        BirthMonthDay day = posted.birthMonthDay();
        Credits safety = posted.patientSafetyCredits();
        HeldContent content =
                new HeldContent(
                        posted.externalId(),
                        posted.diplomateId(),
                        posted.npi(),
                        posted.familyName(),
                        day == null ? null : day.toString(),
                        posted.activity(),
                        posted.title(),
                        posted.completedOn(),
                        posted.credits().amount(),
                        safety == null ? null : safety.amount(),
                        posted.category(),
                        row.provider());
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a held row can be written", e);
        }
    }

    static HeldContent read(String json) {
        try {
            return JSON.readValue(json, HeldContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a held row can be read", e);
        }
    }

    /// What was posted. The provider is the one found, so that it need not be found again.
    Posted posted() {
        return new Posted(
                externalId,
                diplomateId,
                npi,
                familyName,
                birthMonthDay == null ? null : BirthMonthDay.parse(birthMonthDay).orElseThrow(),
                activity,
                title,
                completedOn,
                Credits.of(credits),
                patientSafetyCredits == null ? null : Credits.of(patientSafetyCredits),
                category,
                provider);
    }
}
