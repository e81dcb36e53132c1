package cme.credit.completion;

import cme.chassis.http.ETag;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.NoSuchResource;
import cme.chassis.problem.Problem;
import cme.chassis.problem.Violation;
import cme.credit.access.Access;
import cme.credit.access.Roles;
import cme.credit.heldrow.HeldView;
import cme.credit.posting.CatalogChecks;
import cme.credit.posting.CompletionLedger;
import cme.credit.posting.CompletionRequest;
import cme.credit.posting.PostMetrics;
import cme.credit.posting.Verdict;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Single completions.
@Path("/v1/completions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Completions")
public class CompletionResource {
    private final CompletionLedger ledger;
    private final Completions completions;
    private final Jdbi jdbi;
    private final Access access;
    private final PostMetrics metrics;

    CompletionResource(
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
                    "Posting the same again under the same `externalId` answers the first one. What names nobody for"
                            + " sure is held until the board says whom it means.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = CompletionRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = CompletionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same was posted before: the first one, unchanged",
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
            return noProvider();
        }
        Verdict verdict = ledger.record(poster.get(), access.subject(), Fields.of(body.root()));
        metrics.count(verdict);
        return answer(verdict);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY, Roles.DIPLOMATE})
    @Operation(operationId = "getCompletion", summary = "Read a completion")
    @APIResponse(
            responseCode = "200",
            description = "Its current revision",
            content = @Content(schema = @Schema(implementation = CompletionView.class)))
    @APIResponse(responseCode = "404", description = "There is no such completion")
    public Response get(@PathParam("id") String id, @Context HttpHeaders headers) {
        Completion completion = find(id);
        if (!access.maySee(completion)) {
            return Problem.forbidden("This completion is not yours.").response();
        }
        return ETag.of(completion.revision()).answer(headers, CompletionView.of(completion));
    }

    @GET
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(
            operationId = "listCompletions",
            summary = "List completions",
            description = "In the order of their dates. A society sees what it posted.")
    @Parameter(
            name = "diplomate",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "activity",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "provider",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = Completion.Status.class))
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
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = CompletionPage.class)))
    public Page<CompletionView> list(@Context UriInfo uri) {
        Fields query = Fields.ofQuery(uri.getQueryParameters());
        CompletionFilter filter =
                CompletionFilter.read(query, access.poster().orElseThrow(ForbiddenException::new));
        PageRequest page = CompletionFilter.page(query);
        query.complete();
        List<Completion> rows = jdbi.withHandle(handle -> completions.list(handle, filter, page));
        return Page.of(rows, page, CompletionFilter::cursor).map(CompletionView::of);
    }

    /// Described only: generics do not survive in a description.
    @Schema(name = "CompletionPage")
    public record CompletionPage(
            List<CompletionView> items,
            @Schema(nullable = true, description = "Send back as `cursor`; null on the last page")
                    @Nullable String nextCursor) {}

    private Response answer(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Recorded(Completion completion, _) ->
                    Response.created(URI.create("/v1/completions/" + completion.id()))
                            .entity(CompletionView.of(completion))
                            .header(HttpHeaders.ETAG, ETag.of(completion.revision()).header())
                            .build();
            case Verdict.Duplicate(UUID id) -> {
                Completion first = find(id.toString());
                yield Response.ok(CompletionView.of(first))
                        .header(HttpHeaders.ETAG, ETag.of(first.revision()).header())
                        .build();
            }
            case Verdict.Held(UUID heldRow, var reason, _) ->
                    Response.accepted(new HeldView(heldRow, reason)).build();
            case Verdict.Conflict(UUID completion, _) ->
                    Problem.conflict(
                                    "external-id-taken",
                                    "Something else was posted under this externalId: correct completion %s, or post under another externalId."
                                            .formatted(completion))
                            .response();
            case Verdict.Rejected(List<Violation> violations) -> rejected(violations).response();
        };
    }

    public static Problem rejected(List<Violation> violations) {
        Problem invalid = Problem.invalid(violations);
        boolean forbidden =
                violations.stream().anyMatch(v -> v.code().equals(CatalogChecks.NOT_YOURS));
        if (!forbidden) {
            return invalid;
        }
        Problem plain = Problem.forbidden(invalid.detail());
        return new Problem(plain.type(), plain.title(), plain.status(), plain.detail(), violations);
    }

    private static Response noProvider() {
        return Problem.forbidden("The token names no provider in whose name to post.").response();
    }

    private Completion find(String id) {
        return jdbi.withHandle(handle -> completions.find(handle, id))
                .orElseThrow(() -> new NoSuchResource("There is no such completion."));
    }
}
