package cme.credit.roster;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A roster as JSON; read by [JsonRoster], described here.
@Schema(
        name = "RosterRequest",
        description = "What stands at the top holds for every row that does not say otherwise.")
record RosterRequest(
        @Schema(required = true, examples = "ASPS-ANNUAL-2026-DAY-4") String externalId,
        @Schema(examples = "ASPS-ANNUAL-2026") @Nullable String activity,
        @Nullable String title,
        @Schema(examples = "2026-10-12") @Nullable LocalDate completedOn,
        @Schema(examples = "5.75") @Nullable BigDecimal credits,
        @Schema(examples = "1") @Nullable BigDecimal patientSafetyCredits,
        @Schema(examples = "AMA_PRA_1") @Nullable String category,
        @Nullable String provider,
        @Schema(required = true) List<RosterRowRequest> rows) {}
