package cme.credit.posting;

import cme.chassis.http.ETag;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.Problem;
import cme.chassis.problem.Violation;
import cme.credit.access.Access;
import cme.credit.access.Poster;
import cme.credit.access.Roles;
import cme.credit.completion.Completion;
import cme.credit.completion.Completions;
import cme.credit.posting.CompletionLedger.Posting;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;

/// Takes single completions.
@Path("/v1/completions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Completions")
public class PostingResource {
    private final CompletionLedger ledger;
    private final Completions completions;
    private final Jdbi jdbi;
    private final Access access;
    private final PostMetrics metrics;

    PostingResource(
            CompletionLedger ledger,
            Completions completions,
            Jdbi jdbi,
            Access access,
            PostMetrics metrics) {
        this.ledger = ledger;
        this.completions = completions;
        this.jdbi = jdbi;
        this.access = access;
        this.metrics = metrics;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(
            operationId = "postCompletion",
            summary = "Post one completion",
            description =
                    "Posting the same again under the same `externalId` answers the first completion. A posting that"
                            + " matches no diplomate, or several, is held until the board names the diplomate.")
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
                    "The same was posted before; the answer is that completion as it is now, recorded or withdrawn",
            content = @Content(schema = @Schema(implementation = PostedView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Held; `Location` is the held row",
            content = @Content(schema = @Schema(implementation = PostedView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "Something else was posted under this externalId before: `completion` or `heldRow` is its id",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = TakenView.class)))
    public Response post(JsonBody body) {
        Optional<Poster> poster = access.poster();
        if (poster.isEmpty()) {
            return Problem.forbidden("The token names no provider in whose name to post.")
                    .response();
        }
        Posting posting = ledger.record(poster.get(), access.subject(), body.root());
        metrics.count(posting.verdict());
        return answer(posting);
    }

    private Response answer(Posting posting) {
        return switch (posting.verdict()) {
            case Verdict.Recorded(Completion completion, _) ->
                    answer(
                            Response.created(URI.create("/v1/completions/" + completion.id())),
                            completion,
                            PostedView.recorded(completion, posting.notices()));
            case Verdict.Duplicate(UUID id) -> {
                Completion completion = find(id);
                yield answer(
                        Response.ok(), completion, PostedView.again(completion, posting.notices()));
            }
            case Verdict.Held held ->
                    Response.accepted(PostedView.held(held))
                            .location(URI.create("/v1/held-rows/" + held.heldRow()))
                            .build();
            case Verdict.Conflict conflict ->
                    Response.status(Response.Status.CONFLICT)
                            .type(Problem.MEDIA_TYPE)
                            .entity(TakenView.of(conflict))
                            .build();
            case Verdict.Rejected(List<Violation> violations) -> rejected(violations).response();
        };
    }

    private static Response answer(
            Response.ResponseBuilder answer, Completion completion, PostedView view) {
        return answer.entity(view)
                .header(HttpHeaders.ETAG, ETag.of(completion.revision()).header())
                .build();
    }

    private Completion find(UUID id) {
        return jdbi.withHandle(handle -> completions.find(handle, id.toString())).orElseThrow();
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
