package cme.credit.identity;

import cme.chassis.http.Caller;
import cme.chassis.http.ETag;
import cme.chassis.http.IfMatch;
import cme.chassis.json.BodySpool;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonArray;
import cme.chassis.json.JsonBody;
import cme.chassis.json.JsonCharset;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.NoSuchResource;
import cme.chassis.table.ImportQuery;
import cme.chassis.table.Table;
import cme.chassis.table.TableForm;
import cme.chassis.table.TableRow;
import cme.credit.access.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The board's diplomates.
@Path("/v1/identities")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Identities")
public class IdentityResource {
    private static final long MAX_IMPORT_BYTES = 32 * 1024 * 1024;

    private final IdentityService service;
    private final IdentityImport imports;
    private final Caller caller;

    IdentityResource(IdentityService service, IdentityImport imports, Caller caller) {
        this.service = service;
        this.imports = imports;
        this.caller = caller;
    }

    @PUT
    @Path("/{diplomateId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.BOARD)
    @Operation(
            operationId = "putIdentity",
            summary = "Add or change a diplomate",
            description = "Held rows that may mean this diplomate are tried again at once.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = IdentityRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = IdentityView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = IdentityView.class)))
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "428")
    public Response put(
            @PathParam("diplomateId") String diplomateId,
            JsonBody body,
            @Context HttpHeaders headers) {
        IdentityRequest request = body.read(IdentityRequest::read);
        if (!IdentityRequest.isDiplomateId(diplomateId)) {
            throw new InvalidRequest(
                    "/diplomateId",
                    "diplomate-id.format",
                    "Up to 40 letters, digits, points, hyphens and underscores.");
        }
        IfMatch seen = IfMatch.in(headers);
        return switch (service.put(diplomateId, request, seen, caller.subject())) {
            case IdentityOutcome.Added(IdentityView identity) ->
                    answer(Response.created(URI.create("/v1/identities/" + diplomateId)), identity);
            case IdentityOutcome.Changed(IdentityView identity) -> answer(Response.ok(), identity);
            case IdentityOutcome.Unchanged(IdentityView identity) ->
                    answer(Response.ok(), identity);
            case IdentityOutcome.Stale(int revision) -> seen.refusal(ETag.of(revision)).response();
        };
    }

    private static Response answer(Response.ResponseBuilder answer, IdentityView identity) {
        return answer.entity(identity)
                .header(HttpHeaders.ETAG, ETag.of(identity.revision()).header())
                .build();
    }

    @GET
    @Path("/{diplomateId}")
    @RolesAllowed(Roles.BOARD)
    @Operation(operationId = "getIdentity", summary = "Read a diplomate")
    @APIResponse(
            responseCode = "200",
            description = "As the board has it",
            content = @Content(schema = @Schema(implementation = IdentityView.class)))
    public Response get(
            @PathParam("diplomateId") String diplomateId, @Context HttpHeaders headers) {
        IdentityView identity =
                service.find(diplomateId)
                        .orElseThrow(() -> new NoSuchResource("There is no such diplomate."));
        return ETag.of(identity.revision()).answer(headers, identity);
    }

    @POST
    @Path("/match")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(
            operationId = "matchIdentity",
            summary = "Ask whether a diplomate would be found",
            description = "Before a roster is posted. Reveals nothing that was not sent.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = MatchRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "Found, or why not",
            content = @Content(schema = @Schema(implementation = MatchView.class)))
    public MatchView match(JsonBody body) {
        return MatchView.of(service.match(body.read(MatchRequest::read).claim()));
    }

    @POST
    @Path("/imports")
    @Consumes({
        MediaType.APPLICATION_JSON,
        TableForm.CSV_TYPE,
        TableForm.TAB_SEPARATED_TYPE,
        TableForm.WORKBOOK_TYPE
    })
    @RolesAllowed(Roles.BOARD)
    @Operation(
            operationId = "importIdentities",
            summary = "Add and change many diplomates",
            description =
                    "A CSV table with a header or a JSON array. Rows are taken one by one; importing the same again"
                            + " changes nothing.")
    @Parameter(name = "dryRun", in = ParameterIn.QUERY)
    @Parameter(name = "ignoreColumns", in = ParameterIn.QUERY)
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema =
                                @Schema(
                                        type = SchemaType.ARRAY,
                                        implementation = IdentityImportRow.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "200",
            description = "The result of each row",
            content = @Content(schema = @Schema(implementation = IdentityImportView.class)))
    public IdentityImportView importAll(
            InputStream body, @Context HttpHeaders headers, @Context UriInfo uri)
            throws IOException {
        ImportQuery query = ImportQuery.of(uri);
        try (BodySpool spool = BodySpool.of(body, MAX_IMPORT_BYTES)) {
            boolean json = MediaType.APPLICATION_JSON_TYPE.isCompatible(headers.getMediaType());
            Supplier<@Nullable Fields> rows =
                    json
                            ? JsonArray.open(JsonCharset.utf8(spool.open(), headers.getMediaType()))
                            : table(
                                    Table.open(
                                            spool.open(),
                                            headers.getMediaType(),
                                            IdentityImport.COLUMNS.passingOver(query.ignored())));
            return imports.run(rows, caller.subject(), query.dryRun());
        }
    }

    private static Supplier<@Nullable Fields> table(Table table) {
        return () -> {
            TableRow row = table.next();
            return row == null ? null : row.fields();
        };
    }
}
