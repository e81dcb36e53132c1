package cme.chassis.rebuild;

import cme.chassis.caller.Caller;
import cme.chassis.problem.NoSuchResource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/// Making anew what a service keeps of its topics. The service extends it and says at which path
/// and for which roles.
public abstract class RebuildResource {

    private final Rebuilds rebuilds;
    private final Caller caller;

    protected RebuildResource(Rebuilds rebuilds, Caller caller) {
        this.rebuilds = rebuilds;
        this.caller = caller;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rebuildProjection",
            summary = "Make anew what is kept of the topics, from their beginning",
            description =
                    "The old goes on answering and following until the new is complete; then one"
                            + " transaction puts right what differs. Dead letters that can be"
                            + " applied by now are. While a rebuild runs, that one is the answer.")
    @APIResponse(
            responseCode = "200",
            description = "One is running already",
            content = @Content(schema = @Schema(implementation = Rebuild.class)))
    @APIResponse(
            responseCode = "202",
            description = "It begins",
            content = @Content(schema = @Schema(implementation = Rebuild.class)))
    public Response request() {
        var requested = rebuilds.request(caller.subject());
        return Response.status(requested.isNew() ? 202 : 200).entity(requested.rebuild()).build();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getRebuild", summary = "How far the latest rebuild is")
    @APIResponse(
            responseCode = "200",
            description = "The latest rebuild",
            content = @Content(schema = @Schema(implementation = Rebuild.class)))
    @APIResponse(responseCode = "404", description = "None was ever asked for")
    public Rebuild latest() {
        return rebuilds.latest()
                .orElseThrow(() -> new NoSuchResource("No rebuild was ever asked for."));
    }
}
