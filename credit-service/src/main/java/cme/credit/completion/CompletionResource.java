package cme.credit.completion;

import cme.chassis.http.ETag;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.chassis.problem.NoSuchResource;
import cme.chassis.problem.Problem;
import cme.credit.access.Access;
import cme.credit.access.Roles;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;

/// Reads single completions, and lists them.
@Path("/v1/completions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Completions")
public class CompletionResource {
    private final Completions completions;
    private final Jdbi jdbi;
    private final Access access;

    CompletionResource(Completions completions, Jdbi jdbi, Access access) {
        this.completions = completions;
        this.jdbi = jdbi;
        this.access = access;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY, Roles.DIPLOMATE})
    @Operation(operationId = "getCompletion", summary = "Read a completion")
    @APIResponse(
            responseCode = "200",
            description = "The current revision",
            content = @Content(schema = @Schema(implementation = CompletionView.class)))
    public Response get(@PathParam("id") String id, @Context HttpHeaders headers) {
        Completion completion = find(id);
        if (!access.maySee(completion.poster(), completion.diplomateId())) {
            return Problem.forbidden("This completion is not yours.").response();
        }
        return ETag.of(completion.revision()).answer(headers, CompletionView.of(completion));
    }

    @GET
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(
            operationId = "listCompletions",
            summary = "List completions",
            description =
                    "Completions are in the order of their dates. A society sees only its own postings.")
    @Parameter(name = "diplomate", in = ParameterIn.QUERY)
    @Parameter(name = "activity", in = ParameterIn.QUERY)
    @Parameter(name = "provider", in = ParameterIn.QUERY)
    @Parameter(name = "from", in = ParameterIn.QUERY)
    @Parameter(name = "to", in = ParameterIn.QUERY)
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = Completion.Status.class))
    @Parameter(
            name = "externalId",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "The poster's own name of the completion",
            example = "ASPS-2026-0412-17")
    @Parameter(
            name = "roster",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, format = "uuid"),
            description = "The roster that brought it")
    @Parameter(
            name = "recordedSince",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, format = "date-time"),
            description = "The current revision was recorded at this instant or later",
            example = "2026-10-05T00:00:00Z")
    @APIResponse(responseCode = "200", description = "A page")
    public Page<CompletionView> list(@Context UriInfo uri) {
        Fields query = Fields.ofQuery(uri);
        CompletionFilter filter =
                CompletionFilter.read(query, access.poster().orElseThrow(ForbiddenException::new));
        PageRequest page = CompletionFilter.page(query);
        query.complete();
        List<Completion> rows = jdbi.withHandle(handle -> completions.list(handle, filter, page));
        return Page.of(rows, page, CompletionFilter::cursor).map(CompletionView::of);
    }

    private Completion find(String id) {
        return jdbi.withHandle(handle -> completions.find(handle, id))
                .orElseThrow(() -> new NoSuchResource("There is no such completion."));
    }
}
