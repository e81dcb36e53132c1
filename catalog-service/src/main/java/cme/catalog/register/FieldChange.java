package cme.catalog.register;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One field that two revisions do not share.
@Schema(name = "FieldChange")
public record FieldChange(
        @Schema(examples = "credits") String field,
        @Schema(type = SchemaType.OBJECT, nullable = true, description = "Value before")
                JsonNode from,
        @Schema(type = SchemaType.OBJECT, nullable = true, description = "Value after")
                JsonNode to) {

    /// They differ between any two revisions and say nothing of the activity.
    private static final Set<String> OF_THE_REVISION =
            Set.of("revision", "recordedAt", "recordedBy");

    /// What differs, in the order of the fields.
    static List<FieldChange> between(JsonNode before, JsonNode after) {
        var changes = new ArrayList<FieldChange>();
        after.fieldNames()
                .forEachRemaining(
                        field -> {
                            var from = before.path(field);
                            var to = after.path(field);
                            if (!OF_THE_REVISION.contains(field)
                                    && !from.equals(FieldChange::compare, to)) {
                                changes.add(new FieldChange(field, from, to));
                            }
                        });
        return List.copyOf(changes);
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
