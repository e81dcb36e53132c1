package cme.compliance.cycle;

import cme.chassis.http.Deletion;
import cme.chassis.http.ETag;
import cme.chassis.http.IfMatch;
import cme.chassis.http.Page;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.NoSuchResource;
import cme.compliance.OpenApi;
import cme.compliance.access.Access;
import cme.compliance.access.Roles;
import cme.compliance.record.CycleSequence.Place;
import cme.compliance.record.NoCycle;
import cme.compliance.record.RecordResource;
import cme.compliance.record.RecordedCycles;
import cme.compliance.record.Revision.Recorded;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.DiplomateId;
import cme.compliance.ruleset.RuleSets;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Reads and records the cycle of a diplomate.
@Path(Access.DIPLOMATE_PATH + "/cycle")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.BOARD)
@Tag(name = "Record", description = "The board's record of a diplomate")
public class CycleResource extends RecordResource {

    private final CycleService service;
    private final Cycles cycles;
    private final RecordedCycles recorded;
    private final RuleSets ruleSets;
    private final NumberForm form;
    private final Access access;

    CycleResource(
            CycleService service,
            Cycles cycles,
            RecordedCycles recorded,
            RuleSets ruleSets,
            NumberForm form,
            Access access) {
        this.service = service;
        this.cycles = cycles;
        this.recorded = recorded;
        this.ruleSets = ruleSets;
        this.form = form;
        this.access = access;
    }

    @GET
    @RolesAllowed({Roles.BOARD, Roles.DIPLOMATE})
    @Operation(summary = "The cycle recorded last", operationId = "getCycle")
    @APIResponse(
            responseCode = "200",
            description = "The cycle, with its ETag",
            content = @Content(schema = @Schema(implementation = CycleView.class)))
    @APIResponse(
            responseCode = "404",
            description = "The board has recorded no cycle for the diplomate (type `no-cycle`)")
    public Response get(
            @PathParam("diplomateId") String diplomateId, @Context HttpHeaders headers) {
        DiplomateId diplomate = access.read(diplomateId);
        Recorded<DiplomateId, Cycle> cycle =
                recorded.of(diplomate)
                        .recordedLast()
                        .map(Place::revision)
                        .orElseThrow(() -> new NoSuchResource(NoCycle.of(diplomate)));
        return ETag.of(cycle.number()).answer(headers, CycleView.of(cycle));
    }

    @GET
    @Path("/revisions")
    @RolesAllowed({Roles.BOARD, Roles.DIPLOMATE})
    @Operation(
            summary = "All revisions of the cycles",
            operationId = "listCycleRevisions",
            description = "Oldest first, with those that were taken back.")
    @APIResponse(responseCode = "200", description = "One page")
    public Page<CycleRevisionView> revisions(
            @PathParam("diplomateId") String diplomateId, @Context UriInfo uri) {
        return cycles.page(access.read(diplomateId), Fields.ofQuery(uri))
                .map(CycleRevisionView::of);
    }

    @DELETE
    @Operation(
            summary = "Take back the cycle recorded last",
            operationId = "deleteCycle",
            description =
                    "The other cycles stay. Without any cycle, the diplomate has no status until one is"
                            + " recorded again, and the rest of the record stays for it. Statuses as"
                            + " known before do not change.")
    @Parameter(ref = OpenApi.REASON)
    @APIResponse(responseCode = "204", description = "The cycle is no more")
    @APIResponse(
            responseCode = "409",
            description =
                    "The number is merged into another one, or tracers and decisions of the cycle"
                            + " would belong to no other one")
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "428")
    public Response delete(
            @PathParam("diplomateId") String diplomateId,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        DiplomateId diplomate = access.read(diplomateId);
        Deletion wish = Deletion.read(uri, headers);
        return answer(
                service.takeBack(diplomate, diplomate, wish, access.by()),
                wish.ifMatch(),
                CycleView::of);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Record the cycle",
            operationId = "putCycle",
            description =
                    "Records it and assesses the diplomate at once. It replaces the cycles with which it"
                            + " shares a year and follows the others, which stay readable. A request"
                            + " that changes nothing needs no If-Match.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = CycleRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded for the first time",
            content = @Content(schema = @Schema(implementation = CycleView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Replaced, or in force already",
            content = @Content(schema = @Schema(implementation = CycleView.class)))
    @APIResponse(responseCode = "409", description = "The rest of the record does not allow it")
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "428")
    public Response put(
            @PathParam("diplomateId") String diplomateId,
            JsonBody body,
            @Context HttpHeaders headers) {
        DiplomateId diplomate = access.read(diplomateId);
        CycleRequest request = body.read(fields -> CycleRequest.read(fields, ruleSets));
        form.violation(diplomateId)
                .ifPresent(
                        violation -> {
                            throw new InvalidRequest(List.of(violation));
                        });
        IfMatch ifMatch = IfMatch.in(headers);
        return answer(
                service.put(diplomate, diplomate, request::at, ifMatch, access.by()),
                ifMatch,
                CycleView::of);
    }
}
