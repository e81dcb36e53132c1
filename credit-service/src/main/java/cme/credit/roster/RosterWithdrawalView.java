package cme.credit.roster;

import cme.credit.completion.Completion;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The completions and held rows that the withdrawal of a roster concerns.
@Schema(name = "RosterWithdrawal")
record RosterWithdrawalView(
        UUID id,
        @Schema(description = "Nothing was changed") boolean dryRun,
        @Schema(examples = "1", description = "Completions withdrawn") int withdrawn,
        @Schema(examples = "0", description = "Held rows discarded") int discarded,
        List<Item> completions,
        @Schema(
                        description =
                                "Completions that stay recorded, because the board has decided on them")
                List<Item> kept) {

    @Schema(name = "WithdrawnCompletion")
    record Item(
            UUID completion,
            String diplomateId,
            @Schema(examples = "ASPS-2026-1-0001") String externalId) {

        static Item of(Completion completion) {
            return new Item(completion.id(), completion.diplomateId(), completion.externalId());
        }
    }
}
