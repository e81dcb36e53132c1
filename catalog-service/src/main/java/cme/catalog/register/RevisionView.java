package cme.catalog.register;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One revision of an activity: who made it, when, and what it changed.
@Schema(name = "Revision")
public record RevisionView(
        @Schema(examples = "2") int revision,
        Occasion occasion,
        Instant recordedAt,
        @Schema(description = "Subject of the token, or `shipped` for what the catalog began with")
                String recordedBy,
        @Schema(nullable = true, description = "Why, when it was said") @Nullable String reason,
        @Schema(description = "Empty for the first revision") List<FieldChange> changes,
        @Schema(type = SchemaType.OBJECT, description = "The activity after it, whole")
                JsonNode state) {

    public RevisionView {
        changes = List.copyOf(changes);
    }

    static RevisionView of(
            JsonNode state, Occasion occasion, @Nullable String reason, List<FieldChange> changes) {
        return new RevisionView(
                state.path("revision").intValue(),
                occasion,
                Instant.parse(state.path("recordedAt").textValue()),
                state.path("recordedBy").textValue(),
                reason,
                changes,
                state);
    }
}
