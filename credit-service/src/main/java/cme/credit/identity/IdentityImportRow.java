package cme.credit.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A row of an import; read by [IdentityImport], described here.
@Schema(name = "IdentityImportRequest")
record IdentityImportRow(
        String diplomateId,
        @Nullable String npi,
        @Nullable String givenName,
        String familyName,
        @Schema(examples = "03-14", description = "MM-DD") @Nullable String birthMonthDay) {}
