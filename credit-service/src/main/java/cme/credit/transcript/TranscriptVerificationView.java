package cme.credit.transcript;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is said of a transcript to those who have its code.
@Schema(name = "TranscriptVerification")
record TranscriptVerificationView(
        @Schema(examples = "3f2a-91c4-0b7e-55d2-a8e1-6c30-9f4d-b217") String code,
        @Schema(
                        description =
                                "When a transcript of this content was made first; those made since, of the same content, have the same code")
                Instant madeAt,
        @Schema(nullable = true, description = "The first day that is listed; null for all")
                @Nullable LocalDate from,
        @Schema(nullable = true, description = "The last day that is listed; null for all")
                @Nullable LocalDate to,
        @Schema(description = "The windows that have totals, as the transcript says them")
                List<TranscriptView.WindowTotal> windows,
        @Schema(examples = "42", description = "How many completions it lists") int completions,
        @Schema(description = "As the transcript says it") TranscriptTotal total,
        @Schema(description = "Whether the ledger still says the same") boolean holds,
        @Schema(description = "What has changed since; empty when it holds")
                List<TranscriptChange> changes,
        @Schema(
                        nullable = true,
                        description =
                                "Only when `familyName` was sent: whether it is the diplomate's")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable Boolean familyNameAgrees) {

    static TranscriptVerificationView of(
            MadeTranscript made,
            boolean holds,
            List<TranscriptChange> changes,
            @Nullable Boolean familyNameAgrees) {
        return new TranscriptVerificationView(
                made.code().toString(),
                made.at(),
                made.from(),
                made.to(),
                made.windows(),
                made.completions(),
                made.total(),
                holds,
                List.copyOf(changes),
                familyNameAgrees);
    }
}
