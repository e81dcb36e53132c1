package cme.credit.correction;

import cme.chassis.http.Cursor;
import cme.chassis.http.ETag;
import cme.chassis.http.IfMatch;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.chassis.json.Ids;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.NoSuchResource;
import cme.chassis.problem.Problem;
import cme.chassis.problem.Violation;
import cme.credit.access.Access;
import cme.credit.access.Poster;
import cme.credit.access.Roles;
import cme.credit.correction.CorrectionProposalService.Outcome;
import cme.credit.correction.CorrectionProposalView.State;
import cme.credit.posting.PostingResource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Corrections that a society proposes, because the board has decided on the completion.
@Path("/v1/correction-proposals")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Completions")
public class CorrectionProposalResource {
    private final CorrectionProposalService proposals;
    private final Access access;

    CorrectionProposalResource(CorrectionProposalService proposals, Access access) {
        this.proposals = proposals;
        this.access = access;
    }

    @GET
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(
            operationId = "listCorrectionProposals",
            summary = "List proposed corrections, the oldest first",
            description = "A society reads its own.")
    @Parameter(
            name = "completion",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, format = "uuid"),
            description = "Id of the completion that they would correct")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = State.class))
    @APIResponse(responseCode = "200", description = "A page")
    public Page<CorrectionProposalView> list(@Context UriInfo uri) {
        Poster caller = access.poster().orElseThrow(ForbiddenException::new);
        Fields query = Fields.ofQuery(uri);
        var filter =
                CorrectionProposalFilter.read(query, caller.equals(Poster.BOARD) ? null : caller);
        PageRequest page =
                PageRequest.read(query, 1, cursor -> Ids.find(cursor.part(0)).isPresent());
        query.complete();
        return Page.of(
                proposals.list(filter, page),
                page,
                proposal -> Cursor.of(proposal.id().toString()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(operationId = "getCorrectionProposal", summary = "Read a proposed correction")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = CorrectionProposalView.class)))
    public Response get(@PathParam("id") String id, @Context HttpHeaders headers) {
        CorrectionProposalView proposal =
                Ids.find(id)
                        .flatMap(proposals::find)
                        .orElseThrow(CorrectionProposalResource::missing);
        access.about(proposal.correction().diplomateId());
        if (!access.owns(proposal.poster())) {
            throw new ForbiddenException();
        }
        return proposal.tag().answer(headers, proposal);
    }

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.BOARD)
    @Operation(
            operationId = "decideCorrectionProposal",
            summary = "Accept or reject a proposed correction",
            description =
                    "An accepted one corrects the completion in the board's name, for the reason of"
                            + " the decision. The same decision again changes nothing. If-Match is"
                            + " honoured when it is sent.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ProposalDecisionRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content = @Content(schema = @Schema(implementation = CorrectionProposalView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "It was decided otherwise, or the completion has changed since it was proposed:"
                            + " `errors` says in what")
    @APIResponse(responseCode = "412")
    public Response decide(
            @PathParam("id") String id, JsonBody body, @Context HttpHeaders headers) {
        ProposalDecisionRequest request = body.read(ProposalDecisionRequest::read);
        UUID proposal = Ids.find(id).orElseThrow(CorrectionProposalResource::missing);
        var seen = IfMatch.in(headers).optional();
        Outcome outcome = proposals.decide(proposal, request, access.subject(), seen);
        return outcome instanceof Outcome.Done(CorrectionProposalView view, _)
                ? tagged(Response.ok(), view)
                : answer(outcome);
    }

    private static Response tagged(Response.ResponseBuilder answer, CorrectionProposalView view) {
        return answer.header(HttpHeaders.ETAG, view.tag().header()).entity(view).build();
    }

    static Response answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(CorrectionProposalView view, boolean isNew) ->
                    isNew
                            ? tagged(
                                    Response.created(
                                            URI.create("/v1/correction-proposals/" + view.id())),
                                    view)
                            : tagged(Response.ok(), view);
            case Outcome.Invalid(List<Violation> violations) ->
                    PostingResource.rejected(violations).response();
            case Outcome.Closed(State state) ->
                    Problem.conflict(
                                    "proposal-closed",
                                    "The proposal does not wait any more: it is " + state + ".")
                            .response();
            case Outcome.Stale(int revision, List<Violation> differences) ->
                    Problem.stale(
                                    "The completion has changed since you read it, it has revision %d now. Read it again, then propose."
                                            .formatted(revision))
                            .withErrors(differences)
                            .response();
            case Outcome.Reread(ETag current) ->
                    Problem.stale(
                                    "The proposal has changed since you read it; its version is %s now."
                                            .formatted(current.header()))
                            .response();
            case Outcome.Outdated(int revision, List<Violation> differences) ->
                    Problem.conflict(
                                    "proposal-outdated",
                                    "The completion has changed since, it has revision %d now. Reject the proposal, or correct the completion."
                                            .formatted(revision))
                            .withErrors(differences)
                            .response();
            case Outcome.Missing _ -> missing().problem().response();
        };
    }

    private static NoSuchResource missing() {
        return new NoSuchResource("There is no such proposal.");
    }
}
