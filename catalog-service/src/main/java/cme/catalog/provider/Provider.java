package cme.catalog.provider;

import cme.catalog.activity.ProviderCode;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Who gives activities.
///
/// @param website null when none is known
/// @param revision 1 for the first, one more with every change
@Schema(name = "Provider")
record Provider(
        @Schema(examples = "ASPS") String code,
        @Schema(examples = "American Society of Plastic Surgeons") String name,
        @Schema(nullable = true, examples = "https://www.plasticsurgery.org")
                @Nullable String website,
        @Schema(examples = "1", description = "Also the ETag") int revision,
        Instant updatedAt) {

    static Provider first(ProviderCode code, ProviderRequest said, Instant now) {
        return new Provider(code.value(), said.name(), said.website(), 1, now);
    }

    Provider followedBy(ProviderRequest said, Instant now) {
        return new Provider(code, said.name(), said.website(), revision + 1, now);
    }

    boolean isAs(ProviderRequest said) {
        return name.equals(said.name()) && Objects.equals(website, said.website());
    }
}
