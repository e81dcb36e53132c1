package cme.compliance.cycle;

import cme.chassis.http.ETag;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.NoSuchResource;
import cme.compliance.OpenApi;
import cme.compliance.access.Access;
import cme.compliance.diplomate.NoCycle;
import cme.compliance.record.Answers;
import cme.compliance.record.CycleRevision;
import cme.compliance.record.RecordLookup;
import cme.compliance.ruleset.RuleSets;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The cycle of a diplomate.
@Path(Access.DIPLOMATE_PATH + "/cycle")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Access.BOARD)
@Tag(name = "Record", description = "What the board records about a diplomate")
public class CycleResource {

    private final CycleService register;
    private final RecordLookup lookup;
    private final RuleSets ruleSets;
    private final Access access;

    CycleResource(CycleService register, RecordLookup lookup, RuleSets ruleSets, Access access) {
        this.register = register;
        this.lookup = lookup;
        this.ruleSets = ruleSets;
        this.access = access;
    }

    @GET
    @Parameter(ref = OpenApi.DIPLOMATE_ID)
    @Operation(summary = "The cycle in force", operationId = "getCycle")
    @APIResponse(
            responseCode = "200",
            description = "The cycle, with its ETag",
            content = @Content(schema = @Schema(implementation = CycleView.class)))
    @APIResponse(
            responseCode = "404",
            description = "The board has recorded no cycle for the diplomate (type `no-cycle`)")
    public Response get(
            @Parameter(hidden = true) @PathParam("diplomateId") String diplomateId,
            @Context HttpHeaders headers) {
        var diplomate = access.read(diplomateId);
        var cycle = lookup.of(diplomate).cycle();
        if (cycle == null) {
            throw new NoSuchResource(NoCycle.of(diplomate));
        }
        return ETag.of(cycle.revision()).answer(headers, CycleView.of(diplomate, cycle));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Parameter(ref = OpenApi.DIPLOMATE_ID)
    @Operation(
            summary = "Record the cycle",
            operationId = "putCycle",
            description =
                    "Creates or replaces it and assesses the diplomate at once. Sending what is in"
                            + " force already changes nothing and needs no If-Match.")
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
    @APIResponse(responseCode = "409", description = "What is recorded already does not allow it")
    @APIResponse(responseCode = "412", description = "It was changed since the version in If-Match")
    @APIResponse(responseCode = "428", description = "It is there already: If-Match is needed")
    public Response put(
            @Parameter(hidden = true) @PathParam("diplomateId") String diplomateId,
            JsonBody body,
            @Context HttpHeaders headers) {
        var diplomate = access.read(diplomateId);
        var request = body.read(fields -> CycleRequest.read(fields, ruleSets));
        var outcome =
                register.put(
                        diplomate, request, access.by(), tag -> tag.refusesReplacement(headers));
        return Answers.of(outcome, now -> CycleView.of(diplomate, now), CycleRevision::revision);
    }
}
