package cme.credit.merge;

import cme.credit.correction.Reassignments.Moved;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A merge as the board reads it.
@Schema(name = "Merge")
record MergeView(
        String diplomateId,
        @Schema(examples = "012346", description = "The diplomate who remained") String into,
        Status status,
        @Schema(description = "Of the merge, or of its withdrawal") String reason,
        Instant recordedAt,
        String recordedBy,
        @Schema(description = "Nothing was changed") boolean dryRun,
        @Schema(description = "The completions that were moved, or given back by the withdrawal")
                List<MovedCompletion> completions,
        @Schema(description = "Held rows that have found their diplomate by this request")
                int heldRowsRecorded) {

    @Schema(name = "MergeStatus")
    enum Status {
        STANDING,
        WITHDRAWN
    }

    @Schema(name = "MovedCompletion")
    record MovedCompletion(UUID completion, String externalId) {
        static MovedCompletion of(Moved moved) {
            return new MovedCompletion(moved.completion(), moved.externalId());
        }
    }
}
