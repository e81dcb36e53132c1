package cme.credit.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What became of everything that a sender posted of one activity and day.
///
/// @param activity null for everything outside the catalog
@Schema(name = "Reconciliation")
record ReconciliationItem(
        @Schema(
                        nullable = true,
                        examples = "ASPS-ANNUAL-2026",
                        description = "Null for everything outside the catalog")
                @Nullable String activity,
        @Schema(examples = "2026-10-12") LocalDate completedOn,
        Sum recorded,
        @Schema(description = "As they were before they were withdrawn") Sum withdrawn,
        @Schema(examples = "1", description = "Rows that wait for the board") int held,
        @Schema(
                        examples = "1",
                        description =
                                "Rows of rosters that were refused and not mended; one whose day or activity cannot be"
                                        + " read is counted outside the catalog, on the day on which its roster came")
                int rejected) {

    /// Completions in one status.
    @Schema(name = "ReconciliationSum")
    record Sum(
            @Schema(examples = "2") int completions,
            @Schema(examples = "31.5") BigDecimal credits,
            @Schema(examples = "8.25", description = "Unknown parts count as 0")
                    BigDecimal patientSafetyCredits,
            @Schema(
                            examples =
                                    "da39d3fbf0bb7d5c6a0d4a8e2e6c7a0a8d58b9f8a6a3f3b53f5c4f0c2f9a1e77",
                            description =
                                    "SHA-256 of a line for each completion (`externalId`, `diplomateId`, `completedOn`,"
                                            + " `credits` and `patientSafetyCredits` with two decimals, joined by tabs, ended"
                                            + " by a line feed), the lines sorted by their bytes")
                    String digest) {}
}
