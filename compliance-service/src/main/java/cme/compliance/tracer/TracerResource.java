package cme.compliance.tracer;

import cme.chassis.http.Deletion;
import cme.chassis.http.ETag;
import cme.chassis.http.IfMatch;
import cme.chassis.http.Page;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import cme.chassis.openapi.WholeList;
import cme.chassis.problem.NoSuchResource;
import cme.compliance.OpenApi;
import cme.compliance.access.Access;
import cme.compliance.access.Roles;
import cme.compliance.record.CycleSequence;
import cme.compliance.record.RecordResource;
import cme.compliance.record.RecordedCycles;
import cme.compliance.record.Revision.Recorded;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Tracer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
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

/// Reads and records the tracers of a diplomate.
@Path(Access.DIPLOMATE_PATH + "/tracers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.BOARD)
@Tag(name = "Record")
public class TracerResource extends RecordResource {

    /// A due year of the cycle of today, or the calendar year of a due year of any cycle. Other
    /// numbers are not found.
    private static final String DUE_YEAR = "/{dueYear: [12][0-9]{3}|[1-9][0-9]?}";

    private final TracerService service;
    private final Tracers tracers;
    private final RecordedCycles cycles;
    private final Access access;

    TracerResource(TracerService service, Tracers tracers, RecordedCycles cycles, Access access) {
        this.service = service;
        this.tracers = tracers;
        this.cycles = cycles;
        this.access = access;
    }

    @GET
    @Extension(name = WholeList.EXTENSION, value = "true")
    @RolesAllowed({Roles.BOARD, Roles.DIPLOMATE})
    @Operation(summary = "The tracers in force, by cycle and due year", operationId = "listTracers")
    @APIResponse(responseCode = "200", description = "All tracers in force, on one page")
    public Page<TracerView> list(@PathParam("diplomateId") String diplomateId) {
        DiplomateId diplomate = access.read(diplomateId);
        CycleSequence all = cycles.of(diplomate);
        List<TracerView> views =
                tracers.of(diplomate).inForce(Comparator.naturalOrder()).stream()
                        .filter(tracer -> all.ofRecorded(tracer.subject()).isPresent())
                        .map(tracer -> TracerView.of(tracer, all))
                        .sorted(
                                Comparator.comparingInt(TracerView::cycleStartYear)
                                        .thenComparingInt(TracerView::dueYear))
                        .toList();
        return new Page<>(views, null);
    }

    @GET
    @Path("/revisions")
    @RolesAllowed({Roles.BOARD, Roles.DIPLOMATE})
    @Operation(
            summary = "All revisions of the tracers",
            operationId = "listTracerRevisions",
            description = "Oldest first, with those that were taken back.")
    @APIResponse(responseCode = "200", description = "One page")
    public Page<TracerRevisionView> revisions(
            @PathParam("diplomateId") String diplomateId, @Context UriInfo uri) {
        return tracers.page(access.read(diplomateId), Fields.ofQuery(uri))
                .map(TracerRevisionView::of);
    }

    @GET
    @Path(DUE_YEAR)
    @RolesAllowed({Roles.BOARD, Roles.DIPLOMATE})
    @Operation(summary = "The tracer of a due year", operationId = "getTracer")
    @APIResponse(
            responseCode = "200",
            description = "The tracer, with its ETag",
            content = @Content(schema = @Schema(implementation = TracerView.class)))
    @APIResponse(responseCode = "404", description = "No tracer is recorded for the due year")
    public Response get(
            @PathParam("diplomateId") String diplomateId,
            @PathParam("dueYear") int dueYear,
            @Context HttpHeaders headers) {
        DiplomateId diplomate = access.read(diplomateId);
        CycleSequence all = cycles.of(diplomate);
        Recorded<Integer, Tracer.Chosen> tracer =
                tracers.of(diplomate)
                        .inForce(cycles.recordedAs(all, dueYear))
                        .filter(recorded -> all.ofRecorded(recorded.subject()).isPresent())
                        .orElseThrow(
                                () ->
                                        new NoSuchResource(
                                                "No tracer is recorded for due year "
                                                        + dueYear
                                                        + "."));
        return ETag.of(tracer.number()).answer(headers, TracerView.of(tracer, all));
    }

    @PUT
    @Path(DUE_YEAR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Record the tracer of a due year",
            operationId = "putTracer",
            description =
                    "Creates or replaces it and assesses the diplomate at once. A request that"
                            + " changes nothing needs no If-Match.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = TracerRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = TracerView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Replaced, or in force already",
            content = @Content(schema = @Schema(implementation = TracerView.class)))
    @APIResponse(responseCode = "409", description = "The rest of the record does not allow it")
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "428")
    public Response put(
            @PathParam("diplomateId") String diplomateId,
            @PathParam("dueYear") int dueYear,
            JsonBody body,
            @Context HttpHeaders headers) {
        DiplomateId diplomate = access.read(diplomateId);
        TracerRequest request = body.read(TracerRequest::read);
        IfMatch ifMatch = IfMatch.in(headers);
        CycleSequence all = cycles.of(diplomate);
        int recorded = cycles.recordedAs(all, dueYear);
        return answer(
                service.put(
                        diplomate, recorded, at -> request.at(recorded, at), ifMatch, access.by()),
                ifMatch,
                tracer -> TracerView.of(tracer, all));
    }

    @DELETE
    @Path(DUE_YEAR)
    @Operation(
            summary = "Take the tracer of a due year back",
            operationId = "deleteTracer",
            description = "Statuses as known before do not change.")
    @Parameter(ref = OpenApi.REASON)
    @APIResponse(responseCode = "204", description = "There is no tracer (any more)")
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "428")
    public Response delete(
            @PathParam("diplomateId") String diplomateId,
            @PathParam("dueYear") int dueYear,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        DiplomateId diplomate = access.read(diplomateId);
        Deletion wish = Deletion.read(uri, headers);
        CycleSequence all = cycles.of(diplomate);
        int recorded = cycles.recordedAs(all, dueYear);
        return answer(
                service.takeBack(diplomate, recorded, wish, access.by()),
                wish.ifMatch(),
                tracer -> TracerView.of(tracer, all));
    }
}
