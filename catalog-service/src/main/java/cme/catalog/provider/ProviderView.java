package cme.catalog.provider;

import io.quarkus.hibernate.orm.panache.common.ProjectedFieldName;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The answer with a provider.
///
/// @param website null when none is known
@Schema(name = "Provider")
record ProviderView(
        @Schema(examples = "ASPS") String code,
        @Schema(examples = "American Society of Plastic Surgeons") String name,
        @Schema(examples = "https://www.plasticsurgery.org") @Nullable String website,
        @Schema(
                        examples = "[\"EDNET-\"]",
                        description =
                                "How the codes begin that it may propose, beside its own code and a"
                                        + " hyphen")
                List<String> codePrefixes,
        @Schema(examples = "1", description = "Also the ETag") int revision,
        @ProjectedFieldName("recordedAt") Instant updatedAt) {}
