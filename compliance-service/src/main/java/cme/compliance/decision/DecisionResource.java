package cme.compliance.decision;

import cme.chassis.http.Page;
import cme.chassis.json.JsonBody;
import cme.compliance.OpenApi;
import cme.compliance.access.Access;
import cme.compliance.record.Answers;
import cme.compliance.record.DecisionRevision;
import cme.compliance.record.RecordLookup;
import cme.compliance.rules.Finding;
import cme.compliance.rules.Requirement;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The decisions on a diplomate.
@Path(Access.DIPLOMATE_PATH + "/decisions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Access.BOARD)
@Tag(name = "Record")
public class DecisionResource {

    private final DecisionService register;
    private final RecordLookup lookup;
    private final Access access;

    DecisionResource(DecisionService register, RecordLookup lookup, Access access) {
        this.register = register;
        this.lookup = lookup;
        this.access = access;
    }

    @GET
    @Parameter(ref = OpenApi.DIPLOMATE_ID)
    @Operation(
            summary = "The decisions in force, by due year and requirement",
            operationId = "listDecisions")
    @APIResponse(responseCode = "200", description = "All of them, on one page")
    public Page<DecisionView> list(
            @Parameter(hidden = true) @PathParam("diplomateId") String diplomateId) {
        var decisions = lookup.of(access.read(diplomateId)).decisionsInForce();
        return new Page<>(decisions.stream().map(DecisionView::of).toList(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Parameter(ref = OpenApi.DIPLOMATE_ID)
    @Operation(
            summary = "Record a decision of the board",
            operationId = "postDecision",
            description =
                    "A later one on the same requirement and due year replaces it. The diplomate is"
                            + " assessed at once.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = DecisionRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Replaced, or in force already",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    @APIResponse(responseCode = "409", description = "What is recorded already does not allow it")
    public Response post(
            @Parameter(hidden = true) @PathParam("diplomateId") String diplomateId, JsonBody body) {
        var outcome =
                register.post(
                        access.read(diplomateId), body.read(DecisionRequest::read), access.by());
        return Answers.of(outcome, DecisionView::of, DecisionRevision::revision);
    }

    @DELETE
    @Path("/{requirement: [0-9A-Za-z-]{1,60}}/{dueYear: [1-9][0-9]?}")
    @Parameter(ref = OpenApi.DIPLOMATE_ID)
    @Operation(
            summary = "Take a decision back",
            operationId = "deleteDecision",
            description = "Answers as known before stay as they were.")
    @APIResponse(responseCode = "204", description = "There is none (any more)")
    public void delete(
            @Parameter(hidden = true) @PathParam("diplomateId") String diplomateId,
            @PathParam("requirement") String requirement,
            @PathParam("dueYear") int dueYear) {
        var matter = new Finding.Key(new Requirement.Id(requirement), dueYear);
        register.remove(access.read(diplomateId), matter, access.by());
    }
}
