package cme.credit.posting;

import cme.chassis.http.ETag;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.Problem;
import cme.chassis.problem.Violation;
import cme.credit.access.Access;
import cme.credit.access.Poster;
import cme.credit.access.Roles;
import cme.credit.completion.Completion;
import cme.credit.completion.CompletionView;
import cme.credit.completion.Completions;
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
            content = @Content(schema = @Schema(implementation = CompletionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same was posted before; the answer is that completion, unchanged",
            content = @Content(schema = @Schema(implementation = CompletionView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Held",
            content = @Content(schema = @Schema(implementation = HeldView.class)))
    @APIResponse(
            responseCode = "409",
            description = "Something else was posted under this externalId before")
    public Response post(JsonBody body) {
        Optional<Poster> poster = access.poster();
        if (poster.isEmpty()) {
            return Problem.forbidden("The token names no provider in whose name to post.")
                    .response();
        }
        Verdict verdict = ledger.record(poster.get(), access.subject(), body.root());
        metrics.count(verdict);
        return answer(verdict);
    }

    private Response answer(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Recorded(Completion completion, _) ->
                    answer(
                            Response.created(URI.create("/v1/completions/" + completion.id())),
                            completion);
            case Verdict.Duplicate(UUID id) -> answer(Response.ok(), find(id));
            case Verdict.Held held ->
                    Response.accepted(new HeldView(held.heldRow(), held.reason())).build();
            case Verdict.Conflict.WithCompletion(UUID id) ->
                    taken("correct completion %s".formatted(id));
            case Verdict.Conflict.WithHeldRow(UUID id) ->
                    taken("held row %s waits for the board".formatted(id));
            case Verdict.Rejected(List<Violation> violations) -> rejected(violations).response();
        };
    }

    private static Response answer(Response.ResponseBuilder answer, Completion completion) {
        return answer.entity(CompletionView.of(completion))
                .header(HttpHeaders.ETAG, ETag.of(completion.revision()).header())
                .build();
    }

    private Completion find(UUID id) {
        return jdbi.withHandle(handle -> completions.find(handle, id.toString())).orElseThrow();
    }

    private static Response taken(String advice) {
        return Problem.conflict(
                        "external-id-taken",
                        "Something else was posted under this externalId: %s, or post under another externalId."
                                .formatted(advice))
                .response();
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
