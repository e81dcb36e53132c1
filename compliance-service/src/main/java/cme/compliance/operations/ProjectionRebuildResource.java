package cme.compliance.operations;

import cme.chassis.rebuild.Rebuild;
import cme.chassis.rebuild.RebuildAnswers;
import cme.compliance.access.Roles;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Makes completions and activities anew from their topics and assesses everybody again.
@Path("/v1/projection/rebuild")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.BOARD, Roles.OPS})
@RunOnVirtualThread
@Tag(name = "Operations", description = "Keeping copies and topics in order")
public class ProjectionRebuildResource {

    private final RebuildAnswers answers;

    ProjectionRebuildResource(RebuildAnswers answers) {
        this.answers = answers;
    }

    @POST
    @Operation(
            operationId = "rebuildProjection",
            summary = RebuildAnswers.SUMMARY,
            description = RebuildAnswers.DESCRIPTION)
    @APIResponse(
            responseCode = "200",
            description = "One is running already",
            content = @Content(schema = @Schema(implementation = Rebuild.class)))
    @APIResponse(
            responseCode = "202",
            description = "It begins",
            content = @Content(schema = @Schema(implementation = Rebuild.class)))
    public Response request() {
        return answers.request();
    }

    @GET
    @Operation(operationId = "getRebuild", summary = "How far the latest rebuild is")
    @APIResponse(
            responseCode = "200",
            description = "The latest rebuild",
            content = @Content(schema = @Schema(implementation = Rebuild.class)))
    @APIResponse(responseCode = "404", description = "None was ever asked for")
    public Rebuild latest() {
        return answers.latest();
    }
}
