package cme.credit.identity;

import cme.chassis.json.Fields;
import cme.credit.matching.BirthMonthDay;
import cme.credit.matching.Claim;
import cme.credit.matching.FamilyName;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Asks whether a diplomate would be found by `diplomateId` or `npi` and the family name.
@Schema(name = "MatchRequest")
record MatchRequest(
        @Nullable String diplomateId,
        @Nullable String npi,
        @Schema(examples = "Lopez") String familyName,
        @Schema(examples = "03-14", implementation = String.class)
                @Nullable BirthMonthDay birthMonthDay) {

    static MatchRequest read(Fields fields) {
        String diplomateId = fields.text("diplomateId", IdentityFields.MAX_DIPLOMATE_ID);
        String npi = IdentityFields.npi(fields);
        IdentityFields.requireNumber(fields, diplomateId, npi);
        String familyName = IdentityFields.familyName(fields);
        BirthMonthDay day = IdentityFields.birthMonthDay(fields);
        return new MatchRequest(diplomateId, npi, familyName == null ? "" : familyName, day);
    }

    Claim claim() {
        return new Claim(diplomateId, npi, FamilyName.of(familyName), birthMonthDay);
    }
}
