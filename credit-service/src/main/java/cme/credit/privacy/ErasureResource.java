package cme.credit.privacy;

import cme.chassis.http.Caller;
import cme.chassis.http.DryRun;
import cme.chassis.http.ETag;
import cme.chassis.http.IfMatch;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.NoSuchResource;
import cme.chassis.problem.Problem;
import cme.credit.access.Roles;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Erases the personal data of a diplomate.
@Path("/v1/identities/{diplomateId}/erasure")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Privacy")
public class ErasureResource {
    private final ErasureService service;
    private final Caller caller;

    ErasureResource(ErasureService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.BOARD)
    @Operation(
            operationId = "eraseIdentity",
            summary = "Erase names, day of birth and NPI of a diplomate for good",
            description =
                    "Every number of the person is erased; numbers and credits stay. Later postings for the numbers are held"
                            + " (`IDENTITY_ERASED`). Asked for again, it erases what came since. `If-Match` is honoured when it"
                            + " is sent, but for what was erased before. Nobody can undo it.")
    @Parameter(name = "dryRun", in = ParameterIn.QUERY)
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ErasureRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "Erased",
            content = @Content(schema = @Schema(implementation = ErasureView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "Held rows or proposed corrections that may be the person's wait for the board (type"
                            + " `erasure-undecided`)")
    @APIResponse(responseCode = "412")
    public Response erase(
            @PathParam("diplomateId") String diplomateId,
            JsonBody body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        boolean dryRun = DryRun.isAsked(uri);
        String reason = body.read(ErasureRequest::read).reason();
        IfMatch seen = IfMatch.in(headers).optional();
        return switch (service.erase(diplomateId, reason, seen, caller.subject(), dryRun)) {
            case ErasureOutcome.Done(ErasureView view, int revision) ->
                    Response.ok(view).header(HttpHeaders.ETAG, ETag.of(revision).header()).build();
            case ErasureOutcome.Undecided(int rows) ->
                    Problem.conflict(
                                    "erasure-undecided",
                                    "%d held rows or proposed corrections may be this person's: decide on them first."
                                            .formatted(rows))
                            .response();
            case ErasureOutcome.Stale(int revision) -> seen.refusal(ETag.of(revision)).response();
            case ErasureOutcome.Missing _ ->
                    new NoSuchResource("There is no such diplomate.").problem().response();
        };
    }
}
