package cme.compliance.merge;

import cme.chassis.http.Cursor;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.chassis.json.Ids;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.NoSuchResource;
import cme.compliance.access.Access;
import cme.compliance.access.Roles;
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
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Lists and resolves what the records of merged numbers say differently.
@Path("/v1/merge-contradictions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.BOARD)
@Tag(name = "Record")
public class MergeContradictionResource {

    private final MergeContradictions contradictions;
    private final Access access;

    MergeContradictionResource(MergeContradictions contradictions, Access access) {
        this.contradictions = contradictions;
        this.access = access;
    }

    @GET
    @Operation(
            summary = "What the records of merged numbers say differently",
            operationId = "listMergeContradictions",
            description =
                    "The number that remains keeps its own value. Record what you want there, or"
                            + " resolve the contradiction to keep it; then it is off this list. So it"
                            + " is when the merge is withdrawn.")
    @APIResponse(responseCode = "200", description = "One page of those that are open")
    public Page<MergeContradictionView> list(@Context UriInfo uri) {
        Fields query = Fields.ofQuery(uri);
        PageRequest page =
                PageRequest.read(query, 1, cursor -> Ids.find(cursor.part(0)).isPresent());
        query.complete();
        Cursor after = page.after();
        return Page.of(
                contradictions.open(after == null ? null : UUID.fromString(after.part(0)), page),
                page,
                view -> Cursor.of(view.id().toString()));
    }

    @POST
    @Path("/{id}/resolution")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Keep the value of the number that remains",
            operationId = "resolveMergeContradiction",
            description = "One that is resolved already stays as it is.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ContradictionResolution.class)))
    @APIResponse(
            responseCode = "200",
            description = "Resolved (already)",
            content = @Content(schema = @Schema(implementation = MergeContradictionView.class)))
    @APIResponse(responseCode = "404")
    public MergeContradictionView resolve(
            @Parameter(description = "The `id` of the contradiction") @PathParam("id") UUID id,
            JsonBody body,
            @Context UriInfo uri) {
        Fields.ofQuery(uri).complete();
        String reason = body.read(ContradictionResolution::read).reason();
        return contradictions
                .keepOwn(id, reason, access.by())
                .orElseThrow(() -> new NoSuchResource("There is no such contradiction."));
    }
}
