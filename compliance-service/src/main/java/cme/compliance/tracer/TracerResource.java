package cme.compliance.tracer;

import cme.chassis.http.ETag;
import cme.chassis.http.Page;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.NoSuchResource;
import cme.chassis.problem.Problem;
import cme.compliance.OpenApi;
import cme.compliance.access.Access;
import cme.compliance.record.Answers;
import cme.compliance.record.Outcome;
import cme.compliance.record.RecordLookup;
import cme.compliance.record.TracerRevision;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The tracers of a diplomate.
@Path(Access.DIPLOMATE_PATH + "/tracers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Access.BOARD)
@Tag(name = "Record")
public class TracerResource {

    /// A year of a cycle; another number is no resource.
    private static final String DUE_YEAR = "/{dueYear: [1-9][0-9]?}";

    private final TracerService register;
    private final RecordLookup lookup;
    private final Access access;

    TracerResource(TracerService register, RecordLookup lookup, Access access) {
        this.register = register;
        this.lookup = lookup;
        this.access = access;
    }

    @GET
    @Parameter(ref = OpenApi.DIPLOMATE_ID)
    @Operation(summary = "The tracers in force, by due year", operationId = "listTracers")
    @APIResponse(responseCode = "200", description = "All of them, on one page")
    public Page<TracerView> list(
            @Parameter(hidden = true) @PathParam("diplomateId") String diplomateId) {
        var tracers = lookup.of(access.read(diplomateId)).tracersInForce();
        return new Page<>(tracers.stream().map(TracerView::of).toList(), null);
    }

    @GET
    @Path(DUE_YEAR)
    @Parameter(ref = OpenApi.DIPLOMATE_ID)
    @Operation(summary = "The tracer of a due year", operationId = "getTracer")
    @APIResponse(
            responseCode = "200",
            description = "The tracer, with its ETag",
            content = @Content(schema = @Schema(implementation = TracerView.class)))
    @APIResponse(responseCode = "404", description = "There is no such thing")
    public Response get(
            @Parameter(hidden = true) @PathParam("diplomateId") String diplomateId,
            @PathParam("dueYear") int dueYear,
            @Context HttpHeaders headers) {
        var tracer = lookup.of(access.read(diplomateId)).tracersByDueYear().get(dueYear);
        if (tracer == null || tracer.chosen() == null) {
            throw new NoSuchResource("No tracer is recorded for due year " + dueYear + ".");
        }
        return ETag.of(tracer.revision()).answer(headers, TracerView.of(tracer));
    }

    @PUT
    @Path(DUE_YEAR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Parameter(ref = OpenApi.DIPLOMATE_ID)
    @Operation(
            summary = "Record the tracer of a due year",
            operationId = "putTracer",
            description =
                    "Creates or replaces it and assesses the diplomate at once. Sending what is in"
                            + " force already changes nothing and needs no If-Match.")
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
    @APIResponse(responseCode = "409", description = "What is recorded already does not allow it")
    @APIResponse(responseCode = "412", description = "It was changed since the version in If-Match")
    @APIResponse(responseCode = "428", description = "It is there already: If-Match is needed")
    public Response put(
            @Parameter(hidden = true) @PathParam("diplomateId") String diplomateId,
            @PathParam("dueYear") int dueYear,
            JsonBody body,
            @Context HttpHeaders headers) {
        var diplomate = access.read(diplomateId);
        var request = body.read(TracerRequest::read);
        var outcome =
                register.put(
                        diplomate,
                        dueYear,
                        request,
                        access.by(),
                        tag -> tag.refusesReplacement(headers));
        return Answers.of(outcome, TracerView::of, TracerRevision::revision);
    }

    @DELETE
    @Path(DUE_YEAR)
    @Parameter(ref = OpenApi.DIPLOMATE_ID)
    @Operation(
            summary = "Take the tracer of a due year back",
            operationId = "deleteTracer",
            description = "If-Match is honoured when it is sent.")
    @APIResponse(responseCode = "204", description = "There is none (any more)")
    @APIResponse(responseCode = "412", description = "It was changed since the version in If-Match")
    public Response delete(
            @Parameter(hidden = true) @PathParam("diplomateId") String diplomateId,
            @PathParam("dueYear") int dueYear,
            @Context HttpHeaders headers) {
        var outcome =
                register.remove(
                        access.read(diplomateId),
                        dueYear,
                        access.by(),
                        tag -> staleIfSeen(tag, headers));
        return switch (outcome) {
            case Outcome.Refused<TracerRevision>(var problem) -> problem.response();
            case Outcome.Created<TracerRevision> _,
                    Outcome.Replaced<TracerRevision> _,
                    Outcome.Unchanged<TracerRevision> _ ->
                    Response.noContent().build();
        };
    }

    private static Optional<Problem> staleIfSeen(ETag current, HttpHeaders headers) {
        return headers.getHeaderString(HttpHeaders.IF_MATCH) == null
                ? Optional.empty()
                : current.refusesReplacement(headers);
    }
}
