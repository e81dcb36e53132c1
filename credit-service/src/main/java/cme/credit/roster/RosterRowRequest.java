package cme.credit.roster;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A row of a JSON roster, described only. Unlike a completion that is posted alone it may leave
/// out fields that its roster has at the top.
@Schema(
        name = "RosterRowRequest",
        description =
                "`diplomateId` or `npi` (or both) are needed, and every field that a completion needs and the roster"
                        + " does not have at its top.")
record RosterRowRequest(
        @Schema(
                        examples = "ASPS-2026-0412-17",
                        maxLength = 100,
                        description = "Your own name of it; posting it again changes nothing")
                String externalId,
        @Nullable String diplomateId,
        @Schema(examples = "1234567893", pattern = "[0-9]{10}") @Nullable String npi,
        @Schema(examples = "Lopez") String familyName,
        @Schema(examples = "03-14", description = "MM-DD") @Nullable String birthMonthDay,
        @Schema(examples = "ASPS-VTE-PREVENTION", description = "Code in the catalog")
                @Nullable String activity,
        @Schema(description = "Of something outside the catalog") @Nullable String title,
        @Schema(examples = "2026-10-04", description = "A date, without time or zone")
                @Nullable LocalDate completedOn,
        @Schema(
                        examples = "Morning session",
                        maxLength = 64,
                        description =
                                "The part of the activity on that day. Different sessions of one activity and day add"
                                        + " up; without a session the same thing on the same day counts once")
                @Nullable String session,
        @Schema(examples = "1.5", minimum = "0.25", maximum = "999.75", multipleOf = 0.25)
                @Nullable BigDecimal credits,
        @Schema(
                        examples = "1.5",
                        minimum = "0",
                        maximum = "999.75",
                        multipleOf = 0.25,
                        description = "Left out when unknown")
                @Nullable BigDecimal patientSafetyCredits,
        @Schema(examples = "AMA_PRA_1", pattern = "[A-Z0-9_]{1,40}") @Nullable String category,
        @Schema(description = "From the board only; a society's comes from its token")
                @Nullable String provider) {}
