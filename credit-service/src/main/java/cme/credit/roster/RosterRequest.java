package cme.credit.roster;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A roster as JSON. This record only describes it; it is read row by row.
@Schema(
        name = "RosterRequest",
        description = "Fields at the top apply to every row that does not have its own.")
record RosterRequest(
        @Schema(examples = "ASPS-ANNUAL-2026-DAY-4") String externalId,
        @Schema(examples = "ASPS-ANNUAL-2026") @Nullable String activity,
        @Nullable String title,
        @Schema(examples = "2026-10-12") @Nullable LocalDate completedOn,
        @Schema(examples = "Morning session", maxLength = 64) @Nullable String session,
        @Schema(examples = "5.75") @Nullable BigDecimal credits,
        @Schema(examples = "1") @Nullable BigDecimal patientSafetyCredits,
        @Nullable String category,
        @Nullable String provider,
        @Schema(required = true) List<RosterRowRequest> rows) {}
