package cme.catalog.procedure;

import cme.catalog.activity.ProcedureCode;
import cme.catalog.reading.OpenAnswers;
import cme.chassis.http.Caller;
import cme.chassis.http.ETag;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.NoSuchResource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jdbi.v3.core.Jdbi;

/// `/v1/tracer-procedures`.
@Path("/v1/tracer-procedures")
@Tag(name = "Tracer procedures", description = "Operations that the board follows")
@RunOnVirtualThread
public class TracerProcedureResource {

    private final Jdbi jdbi;
    private final TracerProcedures procedures;
    private final ProcedureKeeping keeping;
    private final OpenAnswers answers;
    private final Caller caller;

    TracerProcedureResource(
            Jdbi jdbi,
            TracerProcedures procedures,
            ProcedureKeeping keeping,
            OpenAnswers answers,
            Caller caller) {
        this.jdbi = jdbi;
        this.procedures = procedures;
        this.keeping = keeping;
        this.answers = answers;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listTracerProcedures", summary = "All tracer procedures, by code")
    public RestResponse<Page<TracerProcedure>> list(
            @Context UriInfo uri, @Context HttpHeaders headers) {
        var query = Fields.ofQuery(uri.getQueryParameters());
        var asked = PageRequest.read(query, 1);
        query.complete();
        return answers.list(headers, jdbi.withHandle(handle -> procedures.page(handle, asked)));
    }

    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(operationId = "getTracerProcedure", summary = "One tracer procedure")
    @APIResponse(responseCode = "404", description = "There is no such tracer procedure")
    public RestResponse<TracerProcedure> get(
            @PathParam("code") String code, @Context HttpHeaders headers) {
        var procedure =
                Optional.of(code)
                        .filter(ProcedureCode::isCode)
                        .flatMap(known -> jdbi.withHandle(handle -> procedures.find(handle, known)))
                        .orElseThrow(
                                () -> new NoSuchResource("There is no such tracer procedure."));
        return answers.single(headers, procedure.revision(), procedure);
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed("board")
    @Operation(
            operationId = "putTracerProcedure",
            summary = "Add a tracer procedure, or change what is said of it")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = TracerProcedureRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "It is so now, or was so already",
            content = @Content(schema = @Schema(implementation = TracerProcedure.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is new",
            content = @Content(schema = @Schema(implementation = TracerProcedure.class)))
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    @APIResponse(responseCode = "428", description = "It exists and If-Match is missing")
    public Response put(
            @PathParam("code") String code, JsonBody body, @Context HttpHeaders headers) {
        if (!ProcedureCode.isCode(code)) {
            throw new InvalidRequest("/code", "procedure.form", ProcedureCode.FORM);
        }
        var procedure = new ProcedureCode(code);
        var outcome =
                keeping.put(
                        procedure,
                        TracerProcedureRequest.read(body, procedure),
                        caller.subject(),
                        revision -> ETag.of(revision).refusesReplacement(headers));
        return switch (outcome) {
            case ProcedureKeeping.Outcome.Created(var created) -> answer(201, created);
            case ProcedureKeeping.Outcome.Kept(var kept) -> answer(200, kept);
            case ProcedureKeeping.Outcome.Refused(var problem) -> problem.response();
        };
    }

    private static Response answer(int status, TracerProcedure procedure) {
        var tag = ETag.of(procedure.revision()).header();
        return Response.status(status).entity(procedure).header(HttpHeaders.ETAG, tag).build();
    }
}
