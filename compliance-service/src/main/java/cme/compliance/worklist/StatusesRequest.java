package cme.compliance.worklist;

import cme.chassis.json.Fields;
import cme.compliance.access.Access;
import cme.compliance.rules.DiplomateId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The body that asks for the statuses of some diplomates.
@Schema(name = "StatusesRequest")
record StatusesRequest(
        @Schema(
                        required = true,
                        maxItems = StatusesRequest.MAX_IDS,
                        examples = "[\"012345\", \"012346\"]",
                        description = "A number that is sent twice is answered once")
                List<String> diplomateIds) {

    static final int MAX_IDS = 500;

    private static final Pattern ID = Pattern.compile(Access.NUMBER);

    /// Reports every violation to the fields.
    static StatusesRequest read(Fields fields) {
        List<String> ids = fields.texts("diplomateIds", MAX_IDS, Access.MAX_NUMBER);
        if (ids.isEmpty()) {
            fields.required("diplomateIds", null);
        }
        for (int i = 0; i < ids.size(); i++) {
            if (!ID.matcher(ids.get(i)).matches()) {
                fields.violation(
                        "diplomateIds/" + i,
                        "diplomate-id.format",
                        "A number of a diplomate has letters, digits, points, hyphens and underscores only.");
            }
        }
        return new StatusesRequest(ids);
    }

    Set<DiplomateId> diplomates() {
        Set<DiplomateId> diplomates = new LinkedHashSet<>();
        diplomateIds.forEach(id -> diplomates.add(new DiplomateId(id)));
        return diplomates;
    }
}
