package cme.credit.completion;

import cme.credit.access.Poster;
import cme.credit.completion.Completion.Content;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A revision of a completion as HTTP answers and events carry it.
@Schema(name = "Completion")
public record CompletionView(
        UUID id,
        @Schema(examples = "1") int revision,
        @Schema(examples = "RECORDED") Completion.Status status,
        String diplomateId,
        @JsonUnwrapped Content content,
        @Schema(examples = "PROVIDER") Poster.Kind poster,
        String externalId,
        @Schema(description = "The roster that brought the completion") @Nullable UUID roster,
        Instant recordedAt,
        String recordedBy,
        @Schema(description = "The reason of a correction, withdrawal or resolution")
                @Nullable String reason) {

    public static CompletionView of(Completion completion) {
        return new CompletionView(
                completion.id(),
                completion.revision(),
                completion.status(),
                completion.diplomateId(),
                completion.content(),
                completion.poster().kind(),
                completion.externalId(),
                completion.roster(),
                completion.recordedAt(),
                completion.recordedBy(),
                completion.reason());
    }
}
