package cme.credit.roster;

import cme.chassis.http.ETag;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.NoSuchResource;
import cme.credit.access.Access;
import cme.credit.access.Roles;
import cme.credit.correction.WithdrawalRequest;
import cme.credit.rosterfile.RosterForm;
import cme.credit.rosterfile.RowPlace;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVPrinter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Rosters that were posted: what became of their rows, and taking them back.
@Path("/v1/rosters/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Rosters")
public class RosterRowsResource {
    private static final int EXPORT_PAGE_ROWS = 2_000;

    private final Rosters rosters;
    private final StoredRows storedRows;
    private final RosterWithdrawal withdrawal;
    private final Jdbi jdbi;
    private final Access access;

    RosterRowsResource(
            Rosters rosters,
            StoredRows storedRows,
            RosterWithdrawal withdrawal,
            Jdbi jdbi,
            Access access) {
        this.rosters = rosters;
        this.storedRows = storedRows;
        this.withdrawal = withdrawal;
        this.jdbi = jdbi;
        this.access = access;
    }

    @GET
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(operationId = "getRoster", summary = "Read what became of a roster")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = RosterSummaryView.class)))
    @APIResponse(responseCode = "404", description = "There is no such roster")
    public Response get(@PathParam("id") String id, @Context HttpHeaders headers) {
        Roster roster = owned(id);
        Tally tally = jdbi.withHandle(handle -> storedRows.tally(handle, roster.id()));
        // Held rows that find their diplomate change the roster without a revision of its own.
        String version = "%d-%d-%d".formatted(roster.revision(), tally.recorded(), tally.held());
        return new ETag(version).answer(headers, RosterSummaryView.of(roster, tally));
    }

    @GET
    @Path("/rows")
    @Produces({MediaType.APPLICATION_JSON, RosterForm.CSV_TYPE})
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(
            operationId = "listRosterRows",
            summary = "List what became of the rows",
            description =
                    "As CSV all of them, in a table that can be mended and posted again as it is: its columns `outcome`"
                            + " and `reason` are passed over.")
    @Parameter(
            name = "outcome",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = Outcome.class))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "500",
                            defaultValue = "50"))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "A page, or a table",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = RowPage.class)),
                @Content(
                        mediaType = RosterForm.CSV_TYPE,
                        schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "404", description = "There is no such roster")
    public Response rows(
            @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        Fields query = Fields.ofQuery(uri.getQueryParameters());
        Outcome outcome = query.oneOf("outcome", Outcome.class);
        PageRequest page = RowPlace.page(query);
        query.complete();
        Roster roster = owned(id);
        if (prefersCsv(headers)) {
            return Response.ok(table(roster.id(), outcome), RosterForm.CSV_TYPE + ";charset=UTF-8")
                    .header("Content-Disposition", "attachment; filename=\"rows.csv\"")
                    .build();
        }
        List<StoredRow> rows = list(roster.id(), outcome, RowPlace.after(page), page.rowsToFetch());
        Page<RowView> answer =
                Page.of(rows, page, row -> RowPlace.of(row).cursor()).map(StoredRow::view);
        return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build();
    }

    /// Described only: generics do not survive in a description.
    @Schema(name = "RosterRowPage")
    record RowPage(List<RowView> items, @Schema(nullable = true) @Nullable String nextCursor) {}

    private static boolean prefersCsv(HttpHeaders headers) {
        MediaType csv = MediaType.valueOf(RosterForm.CSV_TYPE);
        MediaType preferred = headers.getAcceptableMediaTypes().getFirst();
        return csv.isCompatible(preferred)
                && !preferred.isCompatible(MediaType.APPLICATION_JSON_TYPE);
    }

    private StreamingOutput table(UUID roster, @Nullable Outcome outcome) {
        return out -> {
            try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                    CSVPrinter printer = RosterExport.open(writer)) {
                print(printer, roster, outcome);
            }
        };
    }

    private void print(CSVPrinter printer, UUID roster, @Nullable Outcome outcome)
            throws IOException {
        RowPlace place = RowPlace.START;
        List<StoredRow> rows;
        do {
            rows = list(roster, outcome, place, EXPORT_PAGE_ROWS);
            for (StoredRow row : rows) {
                RosterExport.print(printer, row);
                place = RowPlace.of(row);
            }
        } while (rows.size() == EXPORT_PAGE_ROWS);
    }

    private List<StoredRow> list(
            UUID roster, @Nullable Outcome outcome, RowPlace after, int limit) {
        return jdbi.withHandle(handle -> storedRows.list(handle, roster, outcome, after, limit));
    }

    @POST
    @Path("/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(
            operationId = "withdrawRoster",
            summary = "Withdraw every completion that a roster recorded",
            description =
                    "Rows of it that are still held are discarded. The same again changes nothing.")
    @Parameter(
            name = "dryRun",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"),
            description = "List whom it touches and change nothing")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = WithdrawalRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "Whom it touches, or would",
            content = @Content(schema = @Schema(implementation = RosterWithdrawalView.class)))
    @APIResponse(responseCode = "404", description = "There is no such roster")
    public RosterWithdrawalView withdraw(
            @PathParam("id") String id, JsonBody body, @Context UriInfo uri) {
        Roster roster = owned(id);
        Fields query = Fields.ofQuery(uri.getQueryParameters());
        boolean dryRun = Boolean.TRUE.equals(query.flag("dryRun"));
        query.complete();
        String reason = body.read(WithdrawalRequest::read).reason();
        RosterWithdrawal.Result result =
                jdbi.inTransaction(
                        transaction -> {
                            RosterWithdrawal.Result touched =
                                    withdrawal.withdraw(
                                            transaction,
                                            roster.poster(),
                                            roster.id(),
                                            reason,
                                            access.subject(),
                                            dryRun);
                            if (!dryRun) {
                                rosters.withdraw(transaction, roster.id());
                            }
                            return touched;
                        });
        return RosterWithdrawalView.of(roster.id(), result, dryRun);
    }

    private Roster owned(String id) {
        Roster roster =
                jdbi.withHandle(handle -> rosters.find(handle, id))
                        .orElseThrow(() -> new NoSuchResource("There is no such roster."));
        if (!access.owns(roster.poster())) {
            throw new ForbiddenException();
        }
        return roster;
    }
}
