package cme.credit.heldrow;

import cme.chassis.http.Listing;
import cme.chassis.http.Page;
import cme.credit.matching.IdentityMatch.HoldReason;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of waiting rows, and how many there are.
@Schema(name = "HeldRowPage")
record HeldRowPage(
        List<HeldRowView> items,
        @Schema(nullable = true, description = "Send back as `cursor`; null on the last page")
                @Nullable String nextCursor,
        @Schema(examples = "3", description = "The number of rows that the filters select")
                long total,
        @Schema(
                        examples = "{\"NO_MATCH\": 2, \"NEEDS_REVIEW\": 1}",
                        description = "The number of rows by reason that the other filters select")
                Map<HoldReason, Long> byReason)
        implements Listing {

    HeldRowPage {
        items = List.copyOf(items);
        byReason = Map.copyOf(byReason);
    }

    static HeldRowPage of(
            Page<HeldRowView> page, @Nullable HoldReason reason, Map<HoldReason, Long> byReason) {
        long total =
                byReason.entrySet().stream()
                        .filter(count -> reason == null || reason == count.getKey())
                        .mapToLong(Map.Entry::getValue)
                        .sum();
        return new HeldRowPage(page.items(), page.nextCursor(), total, byReason);
    }
}
