package cme.credit.correction;

import cme.chassis.http.ETag;
import cme.chassis.http.Page;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.NoSuchResource;
import cme.chassis.problem.Problem;
import cme.credit.access.Access;
import cme.credit.access.Roles;
import cme.credit.completion.Completion;
import cme.credit.completion.CompletionResource;
import cme.credit.completion.CompletionView;
import cme.credit.completion.Completions;
import cme.credit.correction.Corrections.Outcome;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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

/// Revisions of single completions.
@Path("/v1/completions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Completions")
public class CorrectionResource {
    private final Corrections corrections;
    private final Completions completions;
    private final Revisions revisions;
    private final Jdbi jdbi;
    private final Access access;

    CorrectionResource(
            Corrections corrections,
            Completions completions,
            Revisions revisions,
            Jdbi jdbi,
            Access access) {
        this.corrections = corrections;
        this.completions = completions;
        this.revisions = revisions;
        this.jdbi = jdbi;
        this.access = access;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(
            operationId = "correctCompletion",
            summary = "Correct a completion",
            description =
                    "Makes a new revision; the ones before stay readable. Correcting a withdrawn completion undoes the"
                            + " withdrawal. A correction that names another diplomate, as when it is posted, gives it"
                            + " to them; without `diplomateId`, `npi` and `familyName` it stays whose it is.")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            schema = @Schema(type = SchemaType.STRING),
            description = "ETag of the revision seen")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = CorrectionRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "What stands now",
            content = @Content(schema = @Schema(implementation = CompletionView.class)))
    @APIResponse(responseCode = "404", description = "There is no such completion")
    @APIResponse(responseCode = "412", description = "It was changed since you have seen it")
    @APIResponse(responseCode = "428", description = "If-Match is needed")
    public Response correct(
            @PathParam("id") String id, JsonBody body, @Context HttpHeaders headers) {
        UUID owned = owned(id);
        Fields fields = Fields.of(body.root());
        return answer(corrections.correct(owned, fields, access.subject(), guard(headers)));
    }

    @POST
    @Path("/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(operationId = "withdrawCompletion", summary = "Withdraw a completion")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            schema = @Schema(type = SchemaType.STRING),
            description = "ETag of the revision seen")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = WithdrawalRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = CompletionView.class)))
    @APIResponse(responseCode = "404", description = "There is no such completion")
    @APIResponse(responseCode = "412", description = "It was changed since you have seen it")
    @APIResponse(responseCode = "428", description = "If-Match is needed")
    public Response withdraw(
            @PathParam("id") String id, JsonBody body, @Context HttpHeaders headers) {
        UUID owned = owned(id);
        String reason = body.read(WithdrawalRequest::read).reason();
        return answer(corrections.withdraw(owned, reason, access.subject(), guard(headers)));
    }

    @GET
    @Path("/revisions")
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY, Roles.DIPLOMATE})
    @Operation(
            operationId = "listRevisions",
            summary = "Read every revision of a completion",
            description =
                    "From the first to the current one. A diplomate sees those from when it was theirs.")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            implementation =
                                                    CompletionResource.CompletionPage.class)))
    @APIResponse(responseCode = "404", description = "There is no such completion")
    public Page<CompletionView> revisions(@PathParam("id") String id) {
        Completion completion = find(id);
        List<CompletionView> all = jdbi.withHandle(handle -> revisions.of(handle, completion));
        List<CompletionView> visible =
                access.owns(completion.poster())
                        ? all
                        : all.stream().filter(r -> access.isOrServes(r.diplomateId())).toList();
        if (visible.isEmpty()) {
            throw new ForbiddenException();
        }
        return new Page<>(visible, null);
    }

    private static Function<Completion, Optional<Problem>> guard(HttpHeaders headers) {
        return before -> ETag.of(before.revision()).refusesReplacement(headers);
    }

    /// The id of a completion that the caller may change. Who posted it never changes.
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

    private static Response answer(Outcome<Problem> outcome) {
        return switch (outcome) {
            case Outcome.Missing<Problem> _ -> missing().problem().response();
            case Outcome.Refused<Problem>(Problem problem) -> problem.response();
            case Outcome.Invalid<Problem>(var violations) ->
                    CompletionResource.rejected(violations).response();
            case Outcome.Done<Problem>(Completion completion) ->
                    Response.ok(CompletionView.of(completion))
                            .header(HttpHeaders.ETAG, ETag.of(completion.revision()).header())
                            .build();
        };
    }
}
