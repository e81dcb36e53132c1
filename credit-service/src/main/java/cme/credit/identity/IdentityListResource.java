package cme.credit.identity;

import cme.chassis.http.Cursor;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.chassis.problem.NoSuchResource;
import cme.credit.access.Access;
import cme.credit.access.Roles;
import cme.credit.matching.NameFolding;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
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
import org.jspecify.annotations.Nullable;

/// Finds diplomates, and tells what was ever recorded of one.
@Path("/v1/identities")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Identities")
public class IdentityListResource {
    /// Fits into the first line of a request.
    private static final int MAX_IDS_LENGTH = 3_500;

    private final IdentityList identities;
    private final Access access;

    IdentityListResource(IdentityList identities, Access access) {
        this.identities = identities;
        this.access = access;
    }

    @GET
    @RolesAllowed(Roles.BOARD)
    @Operation(
            operationId = "listIdentities",
            summary = "Find diplomates",
            description = "In the order of their numbers.")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, maxLength = NameFolding.MAX_LENGTH),
            description =
                    "The beginning of a number (leading zeros may be left out), an NPI or a family"
                            + " name in any spelling",
            example = "lopez")
    @Parameter(
            name = "id",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, maxLength = MAX_IDS_LENGTH),
            description =
                    "Numbers of diplomates, separated by commas; those that are known are listed",
            example = "012345,012346")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = IdentityPage.class)))
    public Page<IdentityView> list(@Context UriInfo uri) {
        Fields query = Fields.ofQuery(uri);
        String text = query.text("q", NameFolding.MAX_LENGTH);
        String ids = query.text("id", MAX_IDS_LENGTH);
        PageRequest page = PageRequest.read(query, 1);
        query.complete();
        List<IdentityView> found =
                identities.find(text, ids == null ? List.of() : List.of(ids.split(",")), page);
        return Page.of(found, page, identity -> Cursor.of(identity.diplomateId()));
    }

    @GET
    @Path("/{diplomateId}/revisions")
    @RolesAllowed({Roles.BOARD, Roles.DIPLOMATE})
    @Operation(
            operationId = "listIdentityRevisions",
            summary = "Read every revision of a diplomate",
            description = "From the first to the current one. A diplomate reads their own.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = IdentityRevisionPage.class)))
    public Page<IdentityRevisionView> revisions(
            @PathParam("diplomateId") String diplomateId, @Context UriInfo uri) {
        if (!access.mayReadOf(diplomateId)) {
            throw new ForbiddenException();
        }
        Fields query = Fields.ofQuery(uri);
        PageRequest page =
                PageRequest.read(query, 1, cursor -> cursor.part(0).matches("[0-9]{1,9}"));
        query.complete();
        int after = page.after() == null ? 0 : Integer.parseInt(page.after().part(0));
        List<IdentityRevisionView> found = identities.revisions(diplomateId, after, page);
        if (found.isEmpty() && after == 0) {
            throw new NoSuchResource("There is no such diplomate.");
        }
        return Page.of(
                found,
                page,
                revision -> Cursor.of(Integer.toString(revision.identity().revision())));
    }

    /// For the API description only, which loses generics.
    @Schema(name = "IdentityPage")
    record IdentityPage(
            List<IdentityView> items,
            @Schema(nullable = true, description = "Send back as `cursor`; null on the last page")
                    @Nullable String nextCursor) {}

    /// For the API description only, which loses generics.
    @Schema(name = "IdentityRevisionPage")
    record IdentityRevisionPage(
            List<IdentityRevisionView> items,
            @Schema(nullable = true, description = "Send back as `cursor`; null on the last page")
                    @Nullable String nextCursor) {}
}
