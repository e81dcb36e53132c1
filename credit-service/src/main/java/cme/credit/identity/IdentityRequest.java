package cme.credit.identity;

import cme.chassis.json.Fields;
import cme.credit.matching.BirthMonthDay;
import cme.credit.matching.NameFolding;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the board says of a diplomate.
@Schema(name = "IdentityRequest")
record IdentityRequest(
        @Schema(examples = "1234567893") @Nullable String npi,
        @Schema(examples = "Maria") @Nullable String givenName,
        @Schema(examples = "Lopez-Garcia", required = true) String familyName,
        @Schema(examples = "03-14", description = "MM-DD", implementation = String.class)
                @Nullable BirthMonthDay birthMonthDay) {

    private static final Pattern DIPLOMATE_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /// Without a usable family name the request holds an empty one, and the fields have the
    /// violation.
    static IdentityRequest read(Fields fields) {
        String npi = IdentityFields.npi(fields);
        String givenName = fields.text("givenName", NameFolding.MAX_LENGTH);
        String familyName = IdentityFields.familyName(fields);
        BirthMonthDay day = IdentityFields.birthMonthDay(fields);
        return new IdentityRequest(npi, givenName, familyName == null ? "" : familyName, day);
    }

    static boolean isDiplomateId(String text) {
        return text.length() <= IdentityFields.MAX_DIPLOMATE_ID
                && DIPLOMATE_ID.matcher(text).matches();
    }

    /// The next revision of an identity.
    Identity identity(String diplomateId, Optional<Identity> before, Instant at, String by) {
        return new Identity(
                diplomateId,
                npi,
                givenName,
                familyName,
                birthMonthDay,
                before.map(Identity::mergedInto).orElse(null),
                before.map(Identity::revision).orElse(0) + 1,
                at,
                by);
    }

    boolean saysNothingNew(Identity known) {
        return Objects.equals(npi, known.npi())
                && Objects.equals(givenName, known.givenName())
                && familyName.equals(known.familyName())
                && Objects.equals(birthMonthDay, known.birthMonthDay());
    }
}
