package cme.catalog.activity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
        @Schema(description = "Why, when it was said") @Nullable String reason,
        @Schema(description = "Empty for the first revision") List<FieldChange> changes,
        @Schema(implementation = ActivityEvent.class, description = "The activity after it")
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

    /// One field that two revisions do not share.
    @Schema(name = "FieldChange")
    public record FieldChange(
            @Schema(examples = "credits") String field,
            @Schema(description = "Value before") JsonNode from,
            @Schema(description = "Value after") JsonNode to) {

        /// These differ between any two revisions and are not about the activity.
        private static final Set<String> OF_THE_REVISION =
                Set.of("revision", "recordedAt", "recordedBy");

        /// The differences, in the order of the fields.
        static List<FieldChange> between(JsonNode before, JsonNode after) {
            var changes = new ArrayList<FieldChange>();
            after.fieldNames()
                    .forEachRemaining(
                            field -> {
                                JsonNode from = earlier(before, field);
                                JsonNode to = after.path(field);
                                if (!OF_THE_REVISION.contains(field)
                                        && !from.equals(FieldChange::compare, to)) {
                                    changes.add(new FieldChange(field, from, to));
                                }
                            });
            return List.copyOf(changes);
        }

        /// An event of before lacks a field that was added later: it had no value.
        private static JsonNode earlier(JsonNode before, String field) {
            JsonNode value = before.get(field);
            return value == null ? NullNode.getInstance() : value;
        }

        /// Numbers are compared by value: 10.00 is 10.0.
        private static int compare(JsonNode one, JsonNode other) {
            if (one.isNumber() && other.isNumber()) {
                BigDecimal left = one.decimalValue();
                return left.compareTo(other.decimalValue());
            }
            return one.equals(other) ? 0 : 1;
        }
    }
}
