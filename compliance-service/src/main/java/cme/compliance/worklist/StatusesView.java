package cme.compliance.worklist;

import cme.chassis.http.Listing;
import cme.compliance.rules.DiplomateId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Statuses", description = "The statuses of the diplomates that were asked for")
record StatusesView(
        @Schema(description = "In the order in which they were asked for")
                List<WorklistEntry> items,
        @Schema(description = "Those for whom the board has recorded no cycle")
                List<String> unknown)
        implements Listing {

    static StatusesView of(Collection<DiplomateId> asked, List<WorklistEntry> found) {
        Map<String, WorklistEntry> byId =
                found.stream()
                        .collect(Collectors.toMap(WorklistEntry::diplomateId, Function.identity()));
        List<String> ids = asked.stream().map(DiplomateId::value).toList();
        return new StatusesView(
                ids.stream().map(byId::get).filter(Objects::nonNull).toList(),
                ids.stream().filter(id -> !byId.containsKey(id)).toList());
    }
}
