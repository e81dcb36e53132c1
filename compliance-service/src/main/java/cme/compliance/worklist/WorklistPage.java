package cme.compliance.worklist;

import cme.chassis.http.Listing;
import cme.chassis.http.Page;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "WorklistPage", description = "One page of the worklist")
record WorklistPage(
        List<WorklistEntry> items,
        @Schema(nullable = true, description = "Send back as `cursor`; null on the last page")
                @Nullable String nextCursor,
        @Schema(
                        examples = "1234",
                        description =
                                "The number of diplomates on all pages. It may be a second old when"
                                        + " they are more than one page holds")
                long total)
        implements Listing {

    static WorklistPage of(Page<WorklistEntry> page, long total) {
        return new WorklistPage(page.items(), page.nextCursor(), total);
    }
}
