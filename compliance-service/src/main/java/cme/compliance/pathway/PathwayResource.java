package cme.compliance.pathway;

import cme.chassis.http.Deletion;
import cme.chassis.http.IfMatch;
import cme.chassis.http.Page;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import cme.chassis.openapi.WholeList;
import cme.compliance.OpenApi;
import cme.compliance.access.Access;
import cme.compliance.access.Roles;
import cme.compliance.record.DiplomateRecord.PathwayRecord;
import cme.compliance.record.RecordResource;
import cme.compliance.record.Revision.Recorded;
import cme.compliance.rules.DiplomateId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Lists and records the pathways of a diplomate.
@Path(Access.DIPLOMATE_PATH + "/pathways")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.BOARD)
@Tag(name = "Record")
public class PathwayResource extends RecordResource {

    private final PathwayService service;
    private final Pathways pathways;
    private final Access access;

    PathwayResource(PathwayService service, Pathways pathways, Access access) {
        this.service = service;
        this.pathways = pathways;
        this.access = access;
    }

    @GET
    @Extension(name = WholeList.EXTENSION, value = "true")
    @RolesAllowed({Roles.BOARD, Roles.DIPLOMATE})
    @Operation(summary = "The pathway spans in force, by first day", operationId = "listPathways")
    @APIResponse(responseCode = "200", description = "All spans in force, on one page")
    public Page<PathwayView> list(@PathParam("diplomateId") String diplomateId) {
        List<Recorded<LocalDate, PathwayRecord>> inForce =
                pathways.of(access.read(diplomateId)).inForce(Comparator.<LocalDate>naturalOrder());
        return new Page<>(inForce.stream().map(PathwayView::of).toList(), null);
    }

    @GET
    @Path("/revisions")
    @RolesAllowed({Roles.BOARD, Roles.DIPLOMATE})
    @Operation(
            summary = "All revisions of the pathways",
            operationId = "listPathwayRevisions",
            description = "Oldest first, with those that were taken back.")
    @APIResponse(responseCode = "200", description = "One page")
    public Page<PathwayRevisionView> revisions(
            @PathParam("diplomateId") String diplomateId, @Context UriInfo uri) {
        return pathways.page(access.read(diplomateId), Fields.ofQuery(uri))
                .map(PathwayRevisionView::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Record a pathway span",
            operationId = "postPathway",
            description =
                    "A later span with the same first day replaces it. Days without a span are"
                            + " STANDARD. The diplomate is assessed at once.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = PathwayRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = PathwayView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Replaced, or in force already",
            content = @Content(schema = @Schema(implementation = PathwayView.class)))
    @APIResponse(responseCode = "412")
    public Response post(
            @PathParam("diplomateId") String diplomateId,
            JsonBody body,
            @Context HttpHeaders headers) {
        DiplomateId diplomate = access.read(diplomateId);
        IfMatch ifMatch = IfMatch.in(headers).optional();
        PathwayRequest request = body.read(PathwayRequest::read);
        return answer(
                service.put(diplomate, request.from(), request::at, ifMatch, access.by()),
                ifMatch,
                PathwayView::of);
    }

    @DELETE
    @Path("/{from: [0-9]{4}-[0-9]{2}-[0-9]{2}}")
    @Operation(
            summary = "Take a pathway span back",
            operationId = "deletePathway",
            description = "Statuses as known before do not change.")
    @Parameter(ref = OpenApi.REASON)
    @APIResponse(responseCode = "204", description = "There is no such span (any more)")
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "428")
    public Response delete(
            @PathParam("diplomateId") String diplomateId,
            @PathParam("from") LocalDate from,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        DiplomateId diplomate = access.read(diplomateId);
        Deletion wish = Deletion.read(uri, headers);
        return answer(
                service.takeBack(diplomate, from, wish, access.by()),
                wish.ifMatch(),
                PathwayView::of);
    }
}
