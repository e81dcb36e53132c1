package cme.credit.posting;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The part of a body that says what was completed. This record describes it; [CompletionForm]
/// reads it.
public record ContentRequest(
        @Schema(examples = "ASPS-VTE-PREVENTION", description = "Code in the catalog")
                @Nullable String activity,
        @Schema(description = "Title of something outside the catalog") @Nullable String title,
        @Schema(examples = "2026-10-04", description = "A date, without time or zone")
                LocalDate completedOn,
        @Schema(
                        examples = "Morning session",
                        maxLength = 64,
                        description =
                                "The part of the activity on that day. Different sessions of one activity and day add"
                                        + " up; without a session the same thing on the same day counts once")
                @Nullable String session,
        @Schema(examples = "1.5", minimum = "0.25", maximum = "999.75", multipleOf = 0.25)
                BigDecimal credits,
        @Schema(
                        examples = "1.5",
                        minimum = "0",
                        maximum = "999.75",
                        multipleOf = 0.25,
                        description = "Leave out when unknown")
                @Nullable BigDecimal patientSafetyCredits,
        @Schema(examples = "AMA_PRA_1", pattern = "[A-Z0-9_]{1,40}") @Nullable String category,
        @Schema(description = "Only the board sends it; a society's provider comes from its token")
                @Nullable String provider) {}
