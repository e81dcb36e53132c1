package cme.compliance.history;

import cme.chassis.http.Page;
import cme.chassis.json.Fields;
import cme.compliance.access.Access;
import cme.compliance.access.Roles;
import cme.compliance.rules.DiplomateId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The history of a diplomate.
@Path(Access.DIPLOMATE_PATH + "/history")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.BOARD, Roles.DIPLOMATE})
@Tag(name = "Status")
public class HistoryResource {

    private final HistoryService service;
    private final Access access;

    HistoryResource(HistoryService service, Access access) {
        this.service = service;
        this.access = access;
    }

    @GET
    @Operation(
            summary = "What became known when, by whom, and how the standing changed",
            operationId = "getHistory",
            description =
                    "Oldest first. An entry is a moment at which revisions of completions, activities"
                            + " or the board's record became known, or at which the answer changed by"
                            + " time alone. The status as known at the moment is the answer after it.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "First day; the beginning when left out",
            schema = @Schema(implementation = LocalDate.class, examples = "2026-01-01"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Last day; today when left out",
            schema = @Schema(implementation = LocalDate.class, examples = "2026-12-31"))
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(
            responseCode = "404",
            description = "The board has recorded no cycle for the diplomate (type `no-cycle`)")
    public Page<HistoryEntryView> get(
            @PathParam("diplomateId") String diplomateId, @Context UriInfo uri) {
        DiplomateId diplomate = access.read(diplomateId);
        return service.of(diplomate, HistoryQuestion.read(Fields.ofQuery(uri)));
    }
}
