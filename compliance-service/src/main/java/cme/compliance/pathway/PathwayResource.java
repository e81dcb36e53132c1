package cme.compliance.pathway;

import cme.chassis.http.Page;
import cme.chassis.json.JsonBody;
import cme.compliance.OpenApi;
import cme.compliance.access.Access;
import cme.compliance.record.Answers;
import cme.compliance.record.PathwayRevision;
import cme.compliance.record.RecordLookup;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The pathways of a diplomate.
@Path(Access.DIPLOMATE_PATH + "/pathways")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Access.BOARD)
@Tag(name = "Record")
public class PathwayResource {

    private final PathwayService register;
    private final RecordLookup lookup;
    private final Access access;

    PathwayResource(PathwayService register, RecordLookup lookup, Access access) {
        this.register = register;
        this.lookup = lookup;
        this.access = access;
    }

    @GET
    @Parameter(ref = OpenApi.DIPLOMATE_ID)
    @Operation(summary = "The pathway spans in force, by first day", operationId = "listPathways")
    @APIResponse(responseCode = "200", description = "All of them, on one page")
    public Page<PathwayView> list(
            @Parameter(hidden = true) @PathParam("diplomateId") String diplomateId) {
        var spans = lookup.of(access.read(diplomateId)).pathwaysInForce();
        return new Page<>(spans.stream().map(PathwayView::of).toList(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Parameter(ref = OpenApi.DIPLOMATE_ID)
    @Operation(
            summary = "Record a pathway span",
            operationId = "postPathway",
            description =
                    "A later one with the same first day replaces it. Days without a span are"
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
    public Response post(
            @Parameter(hidden = true) @PathParam("diplomateId") String diplomateId, JsonBody body) {
        var outcome =
                register.post(
                        access.read(diplomateId), body.read(PathwayRequest::read), access.by());
        return Answers.of(outcome, PathwayView::of, PathwayRevision::revision);
    }

    @DELETE
    @Path("/{from: [0-9]{4}-[0-9]{2}-[0-9]{2}}")
    @Parameter(ref = OpenApi.DIPLOMATE_ID)
    @Operation(
            summary = "Take a pathway span back",
            operationId = "deletePathway",
            description = "Answers as known before stay as they were.")
    @APIResponse(responseCode = "204", description = "There is none (any more)")
    public void delete(
            @Parameter(hidden = true) @PathParam("diplomateId") String diplomateId,
            @PathParam("from") LocalDate from) {
        register.remove(access.read(diplomateId), from, access.by());
    }
}
