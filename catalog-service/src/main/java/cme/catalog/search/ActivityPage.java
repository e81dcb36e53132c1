package cme.catalog.search;

import cme.catalog.activity.ActivityView;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of found activities.
@Schema(name = "ActivityPage")
record ActivityPage(
        List<ActivityView> items,
        @Schema(nullable = true, description = "Send back as `cursor`; null on the last page")
                @Nullable String nextCursor,
        @Schema(description = "Only when `facets=true` was sent")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable Facets facets) {

    ActivityPage {
        items = List.copyOf(items);
    }
}
