package cme.compliance.worklist;

import cme.chassis.json.JsonBody;
import cme.compliance.ComplianceConfig;
import cme.compliance.access.Roles;
import cme.compliance.reassessment.CatchUp;
import cme.compliance.rules.DiplomateId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The statuses of diplomates whose numbers the caller has, such as those of a hospital.
@Path("/v1/statuses/query")
@RunOnVirtualThread
@RolesAllowed(Roles.BOARD)
@Tag(name = "Worklist")
public class StatusesQueryResource {

    private final Worklist worklist;
    private final CatchUp catchUp;
    private final ComplianceConfig.Reassessment config;

    StatusesQueryResource(Worklist worklist, CatchUp catchUp, ComplianceConfig config) {
        this.worklist = worklist;
        this.catchUp = catchUp;
        this.config = config.reassessment();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The statuses of named diplomates, as of today",
            operationId = "queryStatuses",
            description = "Nothing is changed. The items are those of the worklist.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = StatusesRequest.class)))
    @APIResponse(responseCode = "200", description = "The statuses, in the order asked")
    public StatusesView query(JsonBody body) {
        Set<DiplomateId> asked = body.read(StatusesRequest::read).diplomates();
        catchUp.within(config.catchUpAtMost());
        return StatusesView.of(asked, worklist.of(asked));
    }
}
