package cme.credit.posting;

import cme.chassis.access.AccessNotes;
import cme.chassis.http.ETag;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.Problem;
import cme.chassis.problem.Violation;
import cme.credit.access.Access;
import cme.credit.access.Poster;
import cme.credit.access.Roles;
import cme.credit.completion.Completion;
import cme.credit.matching.IdentityMatch.HoldReason;
import cme.credit.posting.PostedView.Outcome;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
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

/// Takes single completions.
@Path("/v1/completions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Completions")
public class PostingResource {
    private final CompletionLedger ledger;
    private final Access access;
    private final PostMetrics metrics;
    private final AccessNotes notes;

    PostingResource(
            CompletionLedger ledger, Access access, PostMetrics metrics, AccessNotes notes) {
        this.ledger = ledger;
        this.access = access;
        this.metrics = metrics;
        this.notes = notes;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(
            operationId = "postCompletion",
            summary = "Post one completion",
            description =
                    "Posting the same again under the same `externalId` answers the first completion. A posting that"
                            + " matches no diplomate, or several, is held until the board names the diplomate. What was"
                            + " withdrawn stays withdrawn unless it is posted with `?reinstate=true`.")
    @Parameter(
            name = "reinstate",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"),
            description = "Puts back what was withdrawn, as it was")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = CompletionRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = PostedView.class)))
    @APIResponse(
            responseCode = "200",
            description =
                    "The same was posted before; the answer is that completion as it is now, recorded, withdrawn or put back",
            content = @Content(schema = @Schema(implementation = PostedView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Held; `Location` is the held row",
            content = @Content(schema = @Schema(implementation = PostedView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "Something else was posted under this externalId before: `completion` is its id, and `differences`"
                            + " says in what it differs. Or `board-decided`: the board withdrew what would be put back",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = TakenView.class)))
    public Response post(JsonBody body, @Context UriInfo uri) {
        Optional<Poster> poster = access.poster();
        if (poster.isEmpty()) {
            return Problem.forbidden("The token names no provider in whose name to post.")
                    .response();
        }
        Fields query = Fields.ofQuery(uri);
        boolean reinstate = Boolean.TRUE.equals(query.flag("reinstate"));
        query.complete();
        JudgedRow posting = ledger.record(poster.get(), access.subject(), body.root(), reinstate);
        metrics.count(posting.verdict());
        notes.asked(1, posting.verdict() instanceof Verdict.Held.Now ? 1 : 0);
        return answer(posting, reinstate);
    }

    private static Response answer(JudgedRow posting, boolean reinstate) {
        List<Notice> notices = posting.notices();
        return switch (posting.verdict()) {
            case Verdict.Recorded(Completion completion, _) ->
                    answer(
                            Response.created(URI.create("/v1/completions/" + completion.id())),
                            Outcome.RECORDED,
                            completion,
                            notices);
            case Verdict.Reinstated(Completion completion) ->
                    answer(Response.ok(), Outcome.RECORDED, completion, notices);
            case Verdict.Duplicate(Completion completion) ->
                    answer(Response.ok(), Outcome.DUPLICATE, completion, notices);
            case Verdict.Withdrawn.OfCompletion(Completion completion, boolean isByBoard) ->
                    isByBoard && reinstate
                            ? conflict(TakenView.boardDecided(completion.id()))
                            : answer(Response.ok(), Outcome.WITHDRAWN, completion, notices);
            case Verdict.Withdrawn.OfHeldRow(UUID heldRow, HoldReason reason) ->
                    Response.ok(PostedView.held(Outcome.WITHDRAWN, heldRow, reason, notices))
                            .build();
            case Verdict.Held held ->
                    Response.accepted(
                                    PostedView.held(
                                            Outcome.HELD, held.heldRow(), held.reason(), notices))
                            .location(URI.create("/v1/held-rows/" + held.heldRow()))
                            .build();
            case Verdict.Conflict(Taken taken) -> conflict(TakenView.of(taken));
            case Verdict.Rejected(List<Violation> violations) -> rejected(violations).response();
            case Verdict.SameAsRow _ ->
                    throw new IllegalStateException("A single posting has no other row");
        };
    }

    private static Response answer(
            Response.ResponseBuilder answer,
            Outcome outcome,
            Completion completion,
            List<Notice> notices) {
        return answer.entity(PostedView.of(outcome, completion, notices))
                .header(HttpHeaders.ETAG, ETag.of(completion.revision()).header())
                .build();
    }

    private static Response conflict(TakenView view) {
        return Response.status(Response.Status.CONFLICT)
                .type(Problem.MEDIA_TYPE)
                .entity(view)
                .build();
    }

    /// The answer to a completion with violations; 403 when it is another provider's activity.
    public static Problem rejected(List<Violation> violations) {
        Problem invalid = Problem.invalid(violations);
        if (violations.stream().noneMatch(v -> v.code().equals(CompletionChecks.NOT_YOURS))) {
            return invalid;
        }
        return Problem.forbidden(invalid.detail()).withErrors(violations);
    }
}
