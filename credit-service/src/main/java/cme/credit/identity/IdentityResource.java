package cme.credit.identity;

import cme.chassis.http.ETag;
import cme.chassis.http.IfMatch;
import cme.chassis.json.BodySpool;
import cme.chassis.json.BodySpools;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonArray;
import cme.chassis.json.JsonBody;
import cme.chassis.json.JsonCharset;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.NoSuchResource;
import cme.chassis.problem.Problem;
import cme.chassis.problem.Violation;
import cme.chassis.table.ImportQuery;
import cme.chassis.table.Table;
import cme.chassis.table.TableForm;
import cme.chassis.table.TableRow;
import cme.credit.access.Access;
import cme.credit.access.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
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
import java.util.List;
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
    private final DiplomateNumberForm numberForm;
    private final BodySpools spools;
    private final Access access;

    IdentityResource(
            IdentityService service,
            IdentityImport imports,
            DiplomateNumberForm numberForm,
            BodySpools spools,
            Access access) {
        this.service = service;
        this.imports = imports;
        this.numberForm = numberForm;
        this.spools = spools;
        this.access = access;
    }

    @PUT
    @Path("/{diplomateId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.BOARD)
    @Operation(
            operationId = "putIdentity",
            summary = "Add or change a diplomate",
            description =
                    "Held rows that may mean this diplomate are tried again at once. A diplomate"
                            + " who looks like one with another number is refused, unless the board"
                            + " insists.")
    @Parameter(
            name = "insist",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"),
            description = "`true`: whoever looks like somebody else is another person")
    @Parameter(
            name = "reason",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, maxLength = Insistence.MAX_REASON),
            description = "Why the board insists; kept with the revision",
            example = "Twins with one practice")
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
    @APIResponse(
            responseCode = "409",
            description =
                    "Somebody else looks alike: the same NPI, a number that differs by leading"
                            + " zeros only, or the same name and day of birth. `errors` names the other"
                            + " numbers. Or the data of the diplomate were erased (type"
                            + " `identity-erased`)")
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "428")
    public Response put(
            @PathParam("diplomateId") String diplomateId,
            JsonBody body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Fields query = Fields.ofQuery(uri);
        String insistence = Insistence.read(query);
        query.complete();
        IdentityRequest request = body.read(IdentityRequest::read);
        numberForm
                .violation(diplomateId)
                .ifPresent(
                        violation -> {
                            throw new InvalidRequest(List.of(violation));
                        });
        IfMatch seen = IfMatch.in(headers);
        return switch (service.put(diplomateId, request, seen, insistence, access.subject())) {
            case IdentityOutcome.Added(IdentityView identity) ->
                    answer(Response.created(URI.create("/v1/identities/" + diplomateId)), identity);
            case IdentityOutcome.Changed(IdentityView identity) -> answer(Response.ok(), identity);
            case IdentityOutcome.Unchanged(IdentityView identity) ->
                    answer(Response.ok(), identity);
            case IdentityOutcome.LooksAlike(List<Violation> violations) ->
                    looksAlike(violations).response();
            case IdentityOutcome.Erased _ ->
                    Problem.conflict(
                                    "identity-erased",
                                    "The data of this diplomate were erased. To record them again,"
                                            + " insist on it: insist=true&reason=...")
                            .response();
            case IdentityOutcome.Stale(int revision) -> seen.refusal(ETag.of(revision)).response();
        };
    }

    private static Problem looksAlike(List<Violation> violations) {
        return Problem.conflict(
                        "identity-looks-like",
                        "Somebody who is known under another number looks alike. If they are two"
                                + " people, insist on it.")
                .withErrors(violations);
    }

    private static Response answer(Response.ResponseBuilder answer, IdentityView identity) {
        return answer.entity(identity)
                .header(HttpHeaders.ETAG, ETag.of(identity.revision()).header())
                .build();
    }

    @GET
    @Path("/{diplomateId}")
    @RolesAllowed({Roles.BOARD, Roles.DIPLOMATE})
    @Operation(
            operationId = "getIdentity",
            summary = "Read a diplomate",
            description = "A diplomate reads their own.")
    @APIResponse(
            responseCode = "200",
            description = "As the board has it",
            content = @Content(schema = @Schema(implementation = IdentityView.class)))
    public Response get(
            @PathParam("diplomateId") String diplomateId, @Context HttpHeaders headers) {
        if (!access.mayReadOf(diplomateId)) {
            throw new ForbiddenException();
        }
        IdentityView identity =
                service.find(diplomateId)
                        .orElseThrow(() -> new NoSuchResource("There is no such diplomate."));
        return ETag.of(identity.revision()).answer(headers, identity);
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
                    "A CSV table with a header or a JSON array. Rows are taken one by one;"
                            + " importing the same again changes nothing. Rows of one number that"
                            + " differ are both rejected, and so is a row that looks like somebody with"
                            + " another number, unless the board insists.")
    @Parameter(
            name = "insist",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"),
            description = "`true`: whoever looks like somebody else is another person")
    @Parameter(
            name = "reason",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, maxLength = Insistence.MAX_REASON),
            description = "Why the board insists; kept with the revision",
            example = "Twins with one practice")
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
        Fields parameters = Fields.ofQuery(uri);
        ImportQuery query = ImportQuery.read(parameters);
        String insistence = Insistence.read(parameters);
        parameters.complete();
        try (BodySpool spool = spools.take(body, MAX_IMPORT_BYTES)) {
            boolean json = MediaType.APPLICATION_JSON_TYPE.isCompatible(headers.getMediaType());
            Supplier<@Nullable Fields> rows =
                    json
                            ? JsonArray.open(JsonCharset.utf8(spool.open(), headers.getMediaType()))
                            : table(
                                    Table.open(
                                            spool.open(),
                                            headers.getMediaType(),
                                            IdentityImport.COLUMNS.passingOver(query.ignored())));
            return imports.run(rows, insistence, access.subject(), query.dryRun());
        }
    }

    private static Supplier<@Nullable Fields> table(Table table) {
        return () -> {
            TableRow row = table.next();
            return row == null ? null : row.fields();
        };
    }
}
