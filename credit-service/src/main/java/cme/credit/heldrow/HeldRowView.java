package cme.credit.heldrow;

import cme.credit.access.Poster;
import cme.credit.completion.Occasion;
import cme.credit.matching.IdentityMatch.HoldReason;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A row that waits for the board to name its diplomate.
@Schema(name = "HeldRow")
record HeldRowView(
        UUID id,
        @Schema(examples = "NO_MATCH") HoldReason reason,
        @Schema(examples = "PROVIDER") Poster.Kind poster,
        @Nullable String provider,
        @Nullable UUID roster,
        Instant heldAt,
        @Schema(nullable = true, description = "As it was posted; null when it is erased")
                @Nullable HeldContent content,
        @Schema(
                        nullable = true,
                        description =
                                "When what was posted was erased: with its diplomate, or a time after the row was settled")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable Instant contentErasedAt) {

    /// @param isBoard whether the board looks at it, which sees the true reason
    static HeldRowView of(HeldRow row, boolean isBoard) {
        Occasion occasion = row.occasion();
        return new HeldRowView(
                row.id(),
                isBoard ? row.reason() : row.told(),
                occasion.poster().kind(),
                row.posted().content().provider(),
                occasion.roster(),
                occasion.at(),
                HeldContent.of(row.posted()),
                null);
    }
}
