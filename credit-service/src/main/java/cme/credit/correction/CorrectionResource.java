package cme.credit.correction;

import cme.chassis.http.ETag;
import cme.chassis.http.IfMatch;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.NoSuchResource;
import cme.chassis.problem.Problem;
import cme.chassis.problem.Violation;
import cme.chassis.quota.Limited;
import cme.credit.access.Access;
import cme.credit.access.Roles;
import cme.credit.completion.Completion;
import cme.credit.completion.CompletionView;
import cme.credit.completion.Completions;
import cme.credit.correction.CorrectionService.Outcome;
import cme.credit.posting.PostingResource;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;

/// Corrects and withdraws single completions.
@Path("/v1/completions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Completions")
public class CorrectionResource {
    private static final String BOARD_DECIDED =
            "`board-decided`: the board has decided on it, and its poster may not undo that";

    private static final String NAMES_TOO_MANY =
            "Of corrections that name a person: too many of the society find nobody";

    private final CorrectionService corrections;
    private final CorrectionProposalService proposals;
    private final Completions completions;
    private final Jdbi jdbi;
    private final PersonQuestions questions;
    private final Access access;

    CorrectionResource(
            CorrectionService corrections,
            CorrectionProposalService proposals,
            Completions completions,
            Jdbi jdbi,
            PersonQuestions questions,
            Access access) {
        this.corrections = corrections;
        this.proposals = proposals;
        this.completions = completions;
        this.jdbi = jdbi;
        this.questions = questions;
        this.access = access;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(
            operationId = "correctCompletion",
            summary = "Correct a completion",
            description =
                    "A correction makes a new revision; earlier revisions stay readable. Correcting a withdrawn completion"
                            + " undoes the withdrawal. A correction that names another diplomate gives the completion to"
                            + " them; without `diplomateId`, `npi` and `familyName` it keeps its diplomate. What the board"
                            + " has decided is not undone by the poster.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = CorrectionRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The current revision",
            content = @Content(schema = @Schema(implementation = CompletionView.class)))
    @APIResponse(responseCode = "409", description = BOARD_DECIDED)
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "428")
    @APIResponse(responseCode = "429", description = NAMES_TOO_MANY)
    public Response correct(
            @PathParam("id") String id, JsonBody body, @Context HttpHeaders headers) {
        UUID owned = owned(id);
        Fields fields = Fields.of(body.root());
        var seen = IfMatch.in(headers);
        return answer(
                questions.ask(
                        body.root(),
                        asked -> corrections.correct(owned, fields, access.editor(), asked, seen)),
                seen);
    }

    @POST
    @Path("/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(operationId = "withdrawCompletion", summary = "Withdraw a completion")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = WithdrawalRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = CompletionView.class)))
    @APIResponse(responseCode = "409", description = BOARD_DECIDED)
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "428")
    public Response withdraw(
            @PathParam("id") String id, JsonBody body, @Context HttpHeaders headers) {
        UUID owned = owned(id);
        String reason = body.read(WithdrawalRequest::read).reason();
        var seen = IfMatch.in(headers);
        return answer(corrections.withdraw(owned, reason, access.editor(), seen), seen);
    }

    @POST
    @Path("/correction-proposals")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SOCIETY)
    @Operation(
            operationId = "proposeCorrection",
            summary = "Propose a correction to the board",
            description =
                    "For a completion that the society posted and the board decided on. A later"
                            + " proposal takes the place of one that waits; the same again changes"
                            + " nothing. Send If-Match with the revision that it was made of: a"
                            + " proposal of an earlier one is refused and told in what it differs.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = CorrectionRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "It waits for the board",
            content = @Content(schema = @Schema(implementation = CorrectionProposalView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same was proposed before and waits",
            content = @Content(schema = @Schema(implementation = CorrectionProposalView.class)))
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "429", description = NAMES_TOO_MANY)
    @Limited
    public Response propose(
            @PathParam("id") String id, JsonBody body, @Context HttpHeaders headers) {
        Completion completion = find(id);
        access.about(completion.diplomateId());
        if (!access.owns(completion.poster())) {
            throw new ForbiddenException();
        }
        return CorrectionProposalResource.answer(
                questions.ask(
                        body.root(),
                        asked ->
                                proposals.propose(
                                        completion.id(),
                                        body.root(),
                                        asked,
                                        access.subject(),
                                        IfMatch.in(headers).optional())));
    }

    /// The id of a completion that the caller may change. The poster of a completion never changes.
    private UUID owned(String id) {
        Completion completion = find(id);
        if (!access.owns(completion.poster())) {
            throw new ForbiddenException();
        }
        return completion.id();
    }

    private Completion find(String id) {
        return jdbi.withHandle(handle -> completions.find(handle, id))
                .orElseThrow(CorrectionResource::missing);
    }

    private static NoSuchResource missing() {
        return new NoSuchResource("There is no such completion.");
    }

    private static Response answer(Outcome outcome, IfMatch seen) {
        return switch (outcome) {
            case Outcome.Missing _ -> missing().problem().response();
            case Outcome.Stale(int revision) -> seen.refusal(ETag.of(revision)).response();
            case Outcome.BoardDecided _ ->
                    Problem.conflict(
                                    "board-decided",
                                    "The board has decided on this completion, or otherwise about the same of this person. Its poster may lower it or change its label, nothing else: propose the correction (correction-proposals), or ask the board office.")
                            .response();
            case Outcome.Invalid(List<Violation> violations) ->
                    PostingResource.rejected(violations).response();
            case Outcome.Done(Completion completion) ->
                    Response.ok(CompletionView.of(completion))
                            .header(HttpHeaders.ETAG, ETag.of(completion.revision()).header())
                            .build();
        };
    }
}
