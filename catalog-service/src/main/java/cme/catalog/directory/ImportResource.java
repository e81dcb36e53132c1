package cme.catalog.directory;

import cme.catalog.access.Roles;
import cme.chassis.http.Caller;
import cme.chassis.json.JsonCharset;
import cme.chassis.table.ImportQuery;
import cme.chassis.table.Table;
import cme.chassis.table.TableForm;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `/v1/activities/imports`.
@Path("/v1/activities/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "Thousands of activities at once")
@RunOnVirtualThread
@RolesAllowed(Roles.BOARD)
public class ImportResource {

    private static final String CSV = "text/csv";

    private final ImportReader reader;
    private final ActivityImport imports;
    private final Caller caller;

    ImportResource(ImportReader reader, ActivityImport imports, Caller caller) {
        this.reader = reader;
        this.imports = imports;
        this.caller = caller;
    }

    @POST
    @Consumes({CSV, TableForm.TAB_SEPARATED_TYPE, TableForm.WORKBOOK_TYPE})
    @Operation(
            operationId = "importActivities",
            summary = "Import activities, for example an export of a directory",
            description =
                    "Rows are judged one by one: each is created, updated, unchanged or rejected with"
                            + " every reason. What a row does not say stays as it is, approvals are"
                            + " added or extended and never withdrawn. The same import again changes"
                            + " nothing. In a table `approvals` is one cell like `ABPS:Patient Safety"
                            + " 2025-01-01..2027-12-31; ABPS:Tracer(CARPAL_TUNNEL) 2025-01-01..`;"
                            + " approvals of other boards are not taken over. `activityId`, `format`"
                            + " and `expires` may stand for `code`, `type` and `offeredUntil`.")
    @Parameter(name = "dryRun", in = ParameterIn.QUERY)
    @Parameter(name = "ignoreColumns", in = ParameterIn.QUERY)
    @RequestBody(
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema =
                                @Schema(
                                        type = SchemaType.ARRAY,
                                        implementation = ImportRowRequest.class),
                        examples =
                                @ExampleObject(name = "Activities", value = ImportRowRequest.JSON))
            })
    public ImportView importTable(
            InputStream body, @Context HttpHeaders headers, @Context UriInfo uri)
            throws IOException {
        ImportQuery query = ImportQuery.of(uri);
        Table table =
                Table.open(
                        body,
                        headers.getMediaType(),
                        RowReader.COLUMNS.passingOver(query.ignored()));
        return imports.run(reader.ofTable(table), query.dryRun(), caller.subject());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public ImportView importJson(
            InputStream body, @Context HttpHeaders headers, @Context UriInfo uri)
            throws IOException {
        ImportQuery query = ImportQuery.of(uri);
        return imports.run(
                reader.ofJson(JsonCharset.utf8(body, headers.getMediaType())),
                query.dryRun(),
                caller.subject());
    }
}
