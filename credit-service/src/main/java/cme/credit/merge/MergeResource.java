package cme.credit.merge;

import cme.chassis.http.Caller;
import cme.chassis.http.DryRun;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.NoSuchResource;
import cme.chassis.problem.Problem;
import cme.chassis.problem.Violation;
import cme.credit.access.Roles;
import cme.credit.correction.WithdrawalRequest;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// States that two of the board's numbers are one person, and withdraws that.
@Path("/v1/identities/{diplomateId}/merge")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Identities")
public class MergeResource {
    private final MergeService service;
    private final Caller caller;

    MergeResource(MergeService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.BOARD)
    @Operation(
            operationId = "mergeIdentity",
            summary = "Say that a diplomate is another one",
            description =
                    "Every completion of the diplomate moves to the one who remains, each by a new revision, and later"
                            + " postings for the old number go there too. Held rows of both are tried again. The same"
                            + " merge again changes nothing.")
    @Parameter(name = "dryRun", in = ParameterIn.QUERY)
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = MergeRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "Merged",
            content = @Content(schema = @Schema(implementation = MergeView.class)))
    @APIResponse(
            responseCode = "409",
            description = "The diplomate is merged into another one, or the other one into this")
    public Response merge(
            @PathParam("diplomateId") String diplomateId, JsonBody body, @Context UriInfo uri) {
        boolean dryRun = DryRun.isAsked(uri);
        MergeRequest request = body.read(MergeRequest::read);
        return answer(service.merge(diplomateId, request, caller.subject(), dryRun));
    }

    @GET
    @RolesAllowed(Roles.BOARD)
    @Operation(
            operationId = "getMerge",
            summary = "Read into whom a diplomate was merged, and why",
            description = "The merge in force, or else the one that was withdrawn last.")
    @APIResponse(
            responseCode = "200",
            description = "The merge with the completions that it moved or gave back",
            content = @Content(schema = @Schema(implementation = MergeView.class)))
    @APIResponse(responseCode = "404", description = "The diplomate was never merged")
    public MergeView get(@PathParam("diplomateId") String diplomateId) {
        return service.find(diplomateId).orElseThrow(MergeResource::missing);
    }

    @POST
    @Path("/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.BOARD)
    @Operation(
            operationId = "withdrawMerge",
            summary = "Make two diplomates of one again",
            description =
                    "The completions that the merge has moved go back by new revisions, unless they were given to"
                            + " somebody else since. Completions recorded since under the old number stay where they"
                            + " are, to be corrected one by one.")
    @Parameter(name = "dryRun", in = ParameterIn.QUERY)
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = WithdrawalRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = MergeView.class)))
    @APIResponse(responseCode = "404", description = "The diplomate was never merged")
    public Response withdraw(
            @PathParam("diplomateId") String diplomateId, JsonBody body, @Context UriInfo uri) {
        boolean dryRun = DryRun.isAsked(uri);
        String reason = body.read(WithdrawalRequest::read).reason();
        return answer(service.withdraw(diplomateId, reason, caller.subject(), dryRun));
    }

    private static Response answer(MergeOutcome outcome) {
        return switch (outcome) {
            case MergeOutcome.Done(MergeView merge) -> Response.ok(merge).build();
            case MergeOutcome.MergedElsewhere(String remaining) ->
                    Problem.conflict(
                                    "already-merged",
                                    "It is merged into %s: merge that one, or withdraw the merge first."
                                            .formatted(remaining))
                            .response();
            case MergeOutcome.Circle(String into, String diplomateId) ->
                    Problem.conflict(
                                    "merge-circle",
                                    "%s is merged into %s already.".formatted(into, diplomateId))
                            .response();
            case MergeOutcome.Self _ ->
                    wrongTarget("merge.self", "Nobody is merged into themselves.");
            case MergeOutcome.UnknownRemaining _ ->
                    wrongTarget("diplomate.unknown", "There is no such diplomate.");
            case MergeOutcome.Missing _ -> missing().problem().response();
        };
    }

    private static Response wrongTarget(String code, String detail) {
        return Problem.invalid(List.of(new Violation("/into", code, detail))).response();
    }

    private static NoSuchResource missing() {
        return new NoSuchResource("There is no such diplomate, or no merge of them.");
    }
}
