package cme.compliance.operations;

import cme.chassis.http.Page;
import cme.chassis.json.JsonBody;
import cme.chassis.projector.DeadLetter;
import cme.chassis.projector.DeadLetterAnswers;
import cme.chassis.projector.DeadLetterWithValue;
import cme.chassis.projector.DiscardRequest;
import cme.compliance.access.Roles;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Events of the ledger and the catalog that took no effect. What is in them is the board's
/// business.
@Path("/v1/projection/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.BOARD)
@RunOnVirtualThread
@Tag(name = "Operations", description = "Keeping copies and topics in order")
public class ProjectionDeadLetterResource {

    private final DeadLetterAnswers answers;

    ProjectionDeadLetterResource(DeadLetterAnswers answers) {
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "listDeadLetters", summary = "List dead letters, the oldest first")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "Those that wait, when left out",
            schema = @Schema(implementation = DeadLetter.State.class, defaultValue = "OPEN"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "500",
                            defaultValue = "50"))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    public Page<DeadLetter> list(@Context UriInfo uri) {
        return answers.list(uri);
    }

    @GET
    @Path(DeadLetterAnswers.ID)
    @Operation(operationId = "getDeadLetter", summary = "One dead letter with its event")
    @APIResponse(
            responseCode = "200",
            description = "The letter",
            content = @Content(schema = @Schema(implementation = DeadLetterWithValue.class)))
    @APIResponse(responseCode = "404", description = "There is no such letter")
    public DeadLetterWithValue get(@PathParam("id") long id) {
        return answers.get(id);
    }

    @POST
    @Path(DeadLetterAnswers.ID + "/retry")
    @Operation(
            operationId = "retryDeadLetter",
            summary = "Try to apply it after all",
            description = DeadLetterAnswers.RETRY)
    @APIResponse(
            responseCode = "200",
            description = "It was tried; see its state",
            content = @Content(schema = @Schema(implementation = DeadLetter.class)))
    @APIResponse(responseCode = "404", description = "There is no such letter")
    @APIResponse(
            responseCode = "409",
            description = "It was discarded, or a rebuild is trying all of them")
    public Response retry(@PathParam("id") long id) {
        return answers.retry(id);
    }

    @POST
    @Path(DeadLetterAnswers.ID + "/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "discardDeadLetter",
            summary = "Take it off the list",
            description = DeadLetterAnswers.DISCARD)
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = DiscardRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "It is discarded, or was already",
            content = @Content(schema = @Schema(implementation = DeadLetter.class)))
    @APIResponse(responseCode = "404", description = "There is no such letter")
    @APIResponse(responseCode = "409", description = "It was applied in the meantime")
    public Response discard(@PathParam("id") long id, JsonBody body) {
        return answers.discard(id, body);
    }
}
