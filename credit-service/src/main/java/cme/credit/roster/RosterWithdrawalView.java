package cme.credit.roster;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What the withdrawal of a roster touches.
@Schema(name = "RosterWithdrawal")
record RosterWithdrawalView(
        UUID id,
        @Schema(description = "Nothing was changed") boolean dryRun,
        @Schema(examples = "1", description = "Completions withdrawn") int withdrawn,
        @Schema(examples = "0", description = "Held rows discarded") int discarded,
        List<Item> completions) {

    @Schema(name = "WithdrawnCompletion")
    record Item(
            UUID completion,
            @Schema(examples = "012345") String diplomateId,
            @Schema(examples = "ASPS-2026-1-0001") String externalId) {}

    static RosterWithdrawalView of(UUID id, RosterWithdrawal.Result result, boolean dryRun) {
        List<Item> items =
                result.completions().stream()
                        .map(t -> new Item(t.completion(), t.diplomateId(), t.externalId()))
                        .toList();
        return new RosterWithdrawalView(id, dryRun, items.size(), result.heldRows().size(), items);
    }
}
