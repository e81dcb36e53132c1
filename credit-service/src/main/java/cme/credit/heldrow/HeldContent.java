package cme.credit.heldrow;

import cme.credit.completion.Completion.Content;
import cme.credit.completion.Posted;
import cme.credit.matching.BirthMonthDay;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

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
        @JsonUnwrapped Content content) {

    static HeldContent of(Posted posted) {
        BirthMonthDay day = posted.birthMonthDay();
        return new HeldContent(
                posted.externalId(),
                posted.diplomateId(),
                posted.npi(),
                posted.familyName(),
                day == null ? null : day.toString(),
                posted.content());
    }

    Posted posted() {
        BirthMonthDay day =
                birthMonthDay == null ? null : BirthMonthDay.parse(birthMonthDay).orElseThrow();
        return new Posted(externalId, diplomateId, npi, familyName, day, content);
    }
}
