package cme.catalog.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How many of the found activities there are of each kind, the most frequent first.
@Schema(
        name = "ActivityFacets",
        description =
                "How many of all found activities, not of the page, there are of each value; the"
                        + " most frequent first, at most 200 values. One activity may have several"
                        + " purposes and procedures.")
record Facets(List<Count> provider, List<Count> type, List<Count> purpose, List<Count> procedure) {

    static final int MAX_VALUES = 200;

    @Schema(name = "ActivityFacet")
    record Count(
            @Schema(examples = "ASPS", description = "To be sent as the filter") String value,
            @Schema(examples = "12") long count) {}

    Facets {
        provider = List.copyOf(provider);
        type = List.copyOf(type);
        purpose = List.copyOf(purpose);
        procedure = List.copyOf(procedure);
    }
}
