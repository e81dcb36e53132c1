package cme.catalog.procedure;

import cme.catalog.access.Roles;
import cme.catalog.api.OpenAnswers;
import cme.catalog.reference.PutResponses;
import cme.catalog.reference.ReferenceService;
import cme.chassis.http.Caller;
import cme.chassis.http.Cursor;
import cme.chassis.http.IfMatch;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.NoSuchResource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// `/v1/tracer-procedures`.
@Path("/v1/tracer-procedures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tracer procedures", description = "Operations that the board follows")
@RunOnVirtualThread
public class TracerProcedureResource {

    private static final String EVENT_TYPE = "cme.catalog.tracer-procedure.changed";

    private final TracerProcedures procedures;
    private final ReferenceService service;
    private final OpenAnswers answers;
    private final Caller caller;

    TracerProcedureResource(
            TracerProcedures procedures,
            ReferenceService service,
            OpenAnswers answers,
            Caller caller) {
        this.procedures = procedures;
        this.service = service;
        this.answers = answers;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listTracerProcedures", summary = "All tracer procedures, by code")
    public RestResponse<Page<TracerProcedureView>> list(
            @Context UriInfo uri, @Context HttpHeaders headers) {
        Fields query = Fields.ofQuery(uri);
        PageRequest asked = PageRequest.read(query, 1);
        query.complete();
        List<TracerProcedureView> rows = procedures.listAfter(asked, TracerProcedureView.class);
        return answers.list(headers, Page.of(rows, asked, view -> Cursor.of(view.code())));
    }

    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(operationId = "getTracerProcedure", summary = "One tracer procedure")
    public RestResponse<TracerProcedureView> get(
            @PathParam("code") String code, @Context HttpHeaders headers) {
        TracerProcedureView view =
                procedures
                        .findByIdOptional(code)
                        .map(TracerProcedure::view)
                        .orElseThrow(
                                () -> new NoSuchResource("There is no such tracer procedure."));
        return answers.single(headers, view.revision(), view);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{code}")
    @RolesAllowed(Roles.BOARD)
    @Operation(operationId = "putTracerProcedure", summary = "Add or change a tracer procedure")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = TracerProcedureRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed, or the same already",
            content = @Content(schema = @Schema(implementation = TracerProcedureView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = TracerProcedureView.class)))
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "428")
    public Response put(
            @PathParam("code") String code, JsonBody body, @Context HttpHeaders headers) {
        if (!ProcedureCode.isCode(code)) {
            throw new InvalidRequest("/code", "procedure.form", ProcedureCode.FORM);
        }
        var ifMatch = IfMatch.in(headers);
        return PutResponses.of(
                service.put(
                        procedures,
                        TracerProcedure::new,
                        EVENT_TYPE,
                        code,
                        TracerProcedureRequest.read(body, code),
                        ifMatch,
                        caller.subject()),
                ifMatch);
    }
}
