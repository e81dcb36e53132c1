package cme.credit.identity;

import cme.chassis.json.Fields;
import cme.credit.matching.BirthMonthDay;
import cme.credit.matching.NameFolding;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The board's description of a diplomate.
@Schema(name = "IdentityRequest")
record IdentityRequest(
        @Nullable String npi,
        @Nullable String givenName,
        String familyName,
        @Schema(examples = "03-14", description = "MM-DD", implementation = String.class)
                @Nullable BirthMonthDay birthMonthDay) {

    /// The family name is empty when none could be read; the fields have the violation then.
    static IdentityRequest read(Fields fields) {
        String npi = IdentityFields.npi(fields);
        String givenName = fields.text("givenName", NameFolding.MAX_LENGTH);
        String familyName = IdentityFields.familyName(fields);
        BirthMonthDay day = IdentityFields.birthMonthDay(fields);
        return new IdentityRequest(npi, givenName, familyName == null ? "" : familyName, day);
    }

    @Nullable String birthMonthDayText() {
        return birthMonthDay == null ? null : birthMonthDay.toString();
    }

    /// @param insistence why this is nobody else, where somebody looks alike
    IdentityView view(
            String diplomateId,
            @Nullable String mergedInto,
            @Nullable String insistence,
            int revision,
            Instant updatedAt) {
        return new IdentityView(
                diplomateId,
                npi,
                givenName,
                familyName,
                birthMonthDayText(),
                mergedInto,
                insistence,
                revision,
                updatedAt,
                null);
    }
}
