package cme.compliance.cycle;

import cme.chassis.json.JsonCharset;
import cme.chassis.json.JsonElements;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;
import cme.chassis.table.ColumnKind;
import cme.chassis.table.ImportQuery;
import cme.chassis.table.Table;
import cme.chassis.table.TableColumns;
import cme.chassis.table.TableForm;
import cme.chassis.table.TableRow;
import cme.compliance.ComplianceConfig;
import cme.compliance.access.Access;
import cme.compliance.access.Roles;
import cme.compliance.ruleset.RuleSets;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Imports the cycles of many diplomates.
@Path("/v1/diplomates/imports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.BOARD)
@Tag(name = "Record")
public class CycleImportResource {

    private static final TableColumns COLUMNS =
            new TableColumns(
                    Map.of(
                            "diplomateId", ColumnKind.IDENTIFIER,
                            "ruleSet", ColumnKind.IDENTIFIER,
                            "cycleStartYear", ColumnKind.NUMBER,
                            "certifiedOn", ColumnKind.DATE),
                    List.of(
                            Set.of("diplomateId"),
                            Set.of("ruleSet"),
                            Set.of("cycleStartYear"),
                            Set.of("certifiedOn")),
                    Set.of());

    /// The description of a row in the API; [CycleImportRow] reads it.
    @Schema(name = "CycleImportRow")
    private record CycleRow(@JsonUnwrapped CycleRequest cycle, String diplomateId) {}

    private final CycleImport cycles;
    private final RuleSets ruleSets;
    private final NumberForm form;
    private final Access access;
    private final int maxRows;

    CycleImportResource(
            CycleImport cycles,
            RuleSets ruleSets,
            NumberForm form,
            Access access,
            ComplianceConfig config) {
        this.cycles = cycles;
        this.ruleSets = ruleSets;
        this.form = form;
        this.access = access;
        this.maxRows = config.imports().maxRows();
    }

    @POST
    @Consumes({TableForm.CSV_TYPE, TableForm.TAB_SEPARATED_TYPE, TableForm.WORKBOOK_TYPE})
    @Operation(
            summary = "Record the cycles of many diplomates",
            operationId = "importCycles",
            description =
                    "Each row creates or replaces one cycle; a bad row never blocks the others."
                            + " The body is CSV in UTF-8 with the columns in any order, or a JSON"
                            + " array of objects with the same fields.")
    @Parameter(name = "dryRun", in = ParameterIn.QUERY)
    @Parameter(name = "ignoreColumns", in = ParameterIn.QUERY)
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CycleRow[].class))
            })
    @APIResponse(responseCode = "200", description = "The outcome of each row")
    public CycleImportView table(
            InputStream body, @Context HttpHeaders headers, @Context UriInfo uri)
            throws IOException {
        ImportQuery query = ImportQuery.of(uri);
        Table table =
                Table.open(body, headers.getMediaType(), COLUMNS.passingOver(query.ignored()));
        List<CycleImportRow> rows = new ArrayList<>();
        for (TableRow row = table.next(); row != null; row = table.next()) {
            checkSize(row.number());
            rows.add(CycleImportRow.read(row.number(), row.fields(), ruleSets, form));
        }
        return record(rows, query.dryRun());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public CycleImportView json(
            InputStream body, @Context HttpHeaders headers, @Context UriInfo uri)
            throws IOException {
        ImportQuery query = ImportQuery.of(uri);
        JsonElements elements = JsonElements.open(JsonCharset.utf8(body, headers.getMediaType()));
        List<CycleImportRow> rows = new ArrayList<>();
        while (elements.hasNext()) {
            int number = rows.size() + 1;
            checkSize(number);
            rows.add(CycleImportRow.read(number, elements.next(), ruleSets, form));
        }
        return record(rows, query.dryRun());
    }

    private CycleImportView record(List<CycleImportRow> rows, boolean dryRun) {
        return cycles.record(rows, access.by(), dryRun);
    }

    private void checkSize(int rows) {
        if (rows > maxRows) {
            throw new InvalidRequest(
                    Problem.tooLarge("At most %d rows are taken at a time.".formatted(maxRows)));
        }
    }
}
