package cme.chassis.rebuild;

import cme.chassis.http.Caller;
import cme.chassis.problem.NoSuchResource;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The resource for rebuilds. A service extends it, names path and roles, and overrides every
/// operation, because the roles of a class do not apply to operations that it inherits.
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Operations", description = "Keeping copies and topics in order")
public abstract class RebuildOperations {

    private final Rebuilds rebuilds;
    private final Caller caller;

    protected RebuildOperations(Rebuilds rebuilds, Caller caller) {
        this.rebuilds = rebuilds;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "requestRebuild",
            summary = "Rebuild the copies of the topics from their beginning",
            description =
                    "The old copies stay in use and up to date until the new ones are complete; then"
                            + " one transaction corrects the differences. Dead letters that can be"
                            + " applied by then are applied. While a rebuild runs, a request returns"
                            + " that one.")
    @APIResponse(
            responseCode = "200",
            description = "One is running already",
            content = @Content(schema = @Schema(implementation = Rebuild.class)))
    @APIResponse(
            responseCode = "202",
            description = "It begins",
            content = @Content(schema = @Schema(implementation = Rebuild.class)))
    public Response request() {
        Rebuilds.Requested requested = rebuilds.request(caller.subject());
        return Response.status(requested.isNew() ? 202 : 200).entity(requested.rebuild()).build();
    }

    @GET
    @Operation(operationId = "getRebuild", summary = "How far the latest rebuild is")
    @APIResponse(
            responseCode = "200",
            description = "The latest rebuild",
            content = @Content(schema = @Schema(implementation = Rebuild.class)))
    @APIResponse(responseCode = "404", description = "None was ever requested")
    public Rebuild latest() {
        return rebuilds.latest()
                .orElseThrow(() -> new NoSuchResource("No rebuild was ever requested."));
    }
}
