package cme.credit.transcript;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A completion in a transcript; amounts have two decimals.
///
/// @param title of the activity, or of the event outside the catalog
/// @param patientSafetyCredits null when unknown
@Schema(name = "TranscriptItem")
record TranscriptItem(
        UUID completion,
        @Schema(examples = "2026-10-04") LocalDate completedOn,
        @Nullable String activity,
        String title,
        @Schema(
                        examples = "Morning session",
                        description =
                                "The part of the activity on that day; null where none was named")
                @Nullable String session,
        @Nullable String provider,
        @Nullable String category,
        @Schema(examples = "1.5") BigDecimal credits,
        @Schema(examples = "1.5") @Nullable BigDecimal patientSafetyCredits) {}
