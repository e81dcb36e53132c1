package cme.compliance.decision;

import cme.chassis.http.Deletion;
import cme.chassis.http.IfMatch;
import cme.chassis.http.Page;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import cme.chassis.openapi.WholeList;
import cme.compliance.OpenApi;
import cme.compliance.access.Access;
import cme.compliance.access.Roles;
import cme.compliance.record.CycleSequence;
import cme.compliance.record.DiplomateRecord;
import cme.compliance.record.RecordResource;
import cme.compliance.record.RecordedCycles;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Finding;
import cme.compliance.rules.Requirement;
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

/// Lists and records the decisions on a diplomate.
@Path(Access.DIPLOMATE_PATH + "/decisions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.BOARD)
@Tag(name = "Record")
public class DecisionResource extends RecordResource {

    private final DecisionService service;
    private final Decisions decisions;
    private final RecordedCycles cycles;
    private final Access access;

    DecisionResource(
            DecisionService service, Decisions decisions, RecordedCycles cycles, Access access) {
        this.service = service;
        this.decisions = decisions;
        this.cycles = cycles;
        this.access = access;
    }

    @GET
    @Extension(name = WholeList.EXTENSION, value = "true")
    @RolesAllowed({Roles.BOARD, Roles.DIPLOMATE})
    @Operation(
            summary = "The decisions in force, by cycle, due year and requirement",
            operationId = "listDecisions")
    @APIResponse(responseCode = "200", description = "All decisions in force, on one page")
    public Page<DecisionView> list(@PathParam("diplomateId") String diplomateId) {
        DiplomateId diplomate = access.read(diplomateId);
        CycleSequence all = cycles.of(diplomate);
        List<DecisionView> views =
                decisions.of(diplomate).inForce(DiplomateRecord.BY_DUE_YEAR).stream()
                        .filter(d -> all.ofRecorded(d.subject().dueYear()).isPresent())
                        .map(decision -> DecisionView.of(decision, all))
                        .sorted(
                                Comparator.comparingInt(DecisionView::cycleStartYear)
                                        .thenComparingInt(DecisionView::dueYear))
                        .toList();
        return new Page<>(views, null);
    }

    @GET
    @Path("/revisions")
    @RolesAllowed({Roles.BOARD, Roles.DIPLOMATE})
    @Operation(
            summary = "All revisions of the decisions",
            operationId = "listDecisionRevisions",
            description = "Oldest first, with those that were taken back.")
    @APIResponse(responseCode = "200", description = "One page")
    public Page<DecisionRevisionView> revisions(
            @PathParam("diplomateId") String diplomateId, @Context UriInfo uri) {
        return decisions
                .page(access.read(diplomateId), Fields.ofQuery(uri))
                .map(DecisionRevisionView::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Record a decision of the board",
            operationId = "postDecision",
            description =
                    "A later decision on the same requirement and due year replaces it. The"
                            + " diplomate is assessed at once.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = DecisionRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Replaced, or in force already",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    @APIResponse(responseCode = "409", description = "The rest of the record does not allow it")
    @APIResponse(responseCode = "412")
    public Response post(
            @PathParam("diplomateId") String diplomateId,
            JsonBody body,
            @Context HttpHeaders headers) {
        DiplomateId diplomate = access.read(diplomateId);
        IfMatch ifMatch = IfMatch.in(headers).optional();
        DecisionRequest sent = body.read(DecisionRequest::read);
        CycleSequence all = cycles.of(diplomate);
        DecisionRequest request = sent.inDueYear(cycles.recordedAs(all, sent.dueYear()));
        return answer(
                service.put(diplomate, request.finding(), request::at, ifMatch, access.by()),
                ifMatch,
                decision -> DecisionView.of(decision, all));
    }

    @DELETE
    @Path("/{requirement: [0-9A-Za-z-]{1,60}}/{dueYear: [12][0-9]{3}|[1-9][0-9]?}")
    @Operation(
            summary = "Take a decision back",
            operationId = "deleteDecision",
            description = "Statuses as known before do not change.")
    @Parameter(ref = OpenApi.REASON)
    @APIResponse(responseCode = "204", description = "There is no decision (any more)")
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "428")
    public Response delete(
            @PathParam("diplomateId") String diplomateId,
            @PathParam("requirement") String requirement,
            @PathParam("dueYear") int dueYear,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        DiplomateId diplomate = access.read(diplomateId);
        Deletion wish = Deletion.read(uri, headers);
        CycleSequence all = cycles.of(diplomate);
        var finding =
                new Finding.Key(new Requirement.Id(requirement), cycles.recordedAs(all, dueYear));
        return answer(
                service.takeBack(diplomate, finding, wish, access.by()),
                wish.ifMatch(),
                decision -> DecisionView.of(decision, all));
    }
}
