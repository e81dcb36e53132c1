package cme.compliance.operations;

import cme.chassis.eventlog.Replay;
import cme.chassis.eventlog.ReplayAnswers;
import cme.compliance.access.Roles;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Publishes events of readiness once more.
@Path("/v1/readiness-publications/replay")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.BOARD, Roles.OPS})
@RunOnVirtualThread
@Tag(name = "Operations", description = "Keeping copies and topics in order")
public class ReadinessReplayResource {

    private final ReplayAnswers answers;

    ReadinessReplayResource(ReplayAnswers answers) {
        this.answers = answers;
    }

    @POST
    @Operation(
            operationId = "replayReadiness",
            summary = ReplayAnswers.SUMMARY,
            description = ReplayAnswers.DESCRIPTION)
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "Only what was recorded since then; everything when left out",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            format = "date-time",
                            examples = "2026-11-01T00:00:00Z"))
    @APIResponse(
            responseCode = "200",
            description = "One is running already",
            content = @Content(schema = @Schema(implementation = Replay.class)))
    @APIResponse(
            responseCode = "202",
            description = "It begins",
            content = @Content(schema = @Schema(implementation = Replay.class)))
    public Response request(@Context UriInfo uri) {
        return answers.request(uri);
    }

    @GET
    @Operation(operationId = "getReplay", summary = "How far the latest replay is")
    @APIResponse(
            responseCode = "200",
            description = "The latest replay",
            content = @Content(schema = @Schema(implementation = Replay.class)))
    @APIResponse(responseCode = "404", description = "None was ever asked for")
    public Replay latest() {
        return answers.latest();
    }
}
