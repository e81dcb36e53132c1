package cme.credit.completion;

import cme.credit.access.Poster;
import cme.credit.completion.Completion.Content;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A revision of a completion as HTTP answers and events carry it.
@Schema(name = "Completion")
public record CompletionView(
        UUID id,
        @Schema(examples = "1") int revision,
        @Schema(examples = "RECORDED") Completion.Status status,
        @Schema(examples = "012345") String diplomateId,
        @Schema(examples = "ASPS-VTE-PREVENTION", nullable = true) @Nullable String activity,
        @Schema(nullable = true, description = "Title of something outside the catalog")
                @Nullable String title,
        @Schema(examples = "2026-10-04") LocalDate completedOn,
        @Schema(examples = "1.5") BigDecimal credits,
        @Schema(examples = "1.5", nullable = true, description = "Null when unknown")
                @Nullable BigDecimal patientSafetyCredits,
        @Schema(examples = "AMA_PRA_1", nullable = true) @Nullable String category,
        @Schema(examples = "ASPS", nullable = true) @Nullable String provider,
        @Schema(examples = "PROVIDER") Poster.Kind poster,
        @Schema(examples = "ASPS-2026-0412-17") String externalId,
        @Schema(nullable = true, description = "The roster that brought the completion")
                @Nullable UUID roster,
        Instant recordedAt,
        String recordedBy,
        @Schema(
                        nullable = true,
                        description = "The reason of a correction, withdrawal or resolution")
                @Nullable String reason) {

    public static CompletionView of(Completion completion) {
        Content content = completion.content();
        Credits safety = content.patientSafetyCredits();
        return new CompletionView(
                completion.id(),
                completion.revision(),
                completion.status(),
                completion.diplomateId(),
                content.activity(),
                content.title(),
                content.completedOn(),
                content.credits().amount(),
                safety == null ? null : safety.amount(),
                content.category(),
                content.provider(),
                completion.poster().kind(),
                completion.externalId(),
                completion.roster(),
                completion.recordedAt(),
                completion.recordedBy(),
                completion.reason());
    }
}
