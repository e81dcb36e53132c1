package cme.credit.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A row of an import; read by [IdentityImport], described here.
@Schema(name = "IdentityImportRequest")
record IdentityImportRow(
        @Schema(required = true, examples = "012345") String diplomateId,
        @Schema(examples = "1234567893") @Nullable String npi,
        @Schema(examples = "Maria") @Nullable String givenName,
        @Schema(required = true, examples = "Lopez-Garcia") String familyName,
        @Schema(examples = "03-14", description = "MM-DD") @Nullable String birthMonthDay) {}
