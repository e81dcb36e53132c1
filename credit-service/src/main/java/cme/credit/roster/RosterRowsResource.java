package cme.credit.roster;

import cme.chassis.http.FileName;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.chassis.table.CsvAnswer;
import cme.credit.access.Access;
import cme.credit.access.Poster;
import cme.credit.access.Roles;
import cme.credit.completion.BoardCalendar;
import cme.credit.rosterfile.RosterForm;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The rows of a posted roster with their results, as pages of JSON or as one CSV table.
@Path("/v1/rosters/{id}/rows")
@RunOnVirtualThread
@Tag(name = "Rosters")
public class RosterRowsResource {
    private final RosterAccess rosters;
    private final RosterRows rosterRows;
    private final RosterExport export;
    private final Access access;
    private final Jdbi jdbi;
    private final Clock clock;

    RosterRowsResource(
            RosterAccess rosters,
            RosterRows rosterRows,
            RosterExport export,
            Access access,
            Jdbi jdbi,
            Clock clock) {
        this.rosters = rosters;
        this.rosterRows = rosterRows;
        this.export = export;
        this.access = access;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, RosterForm.CSV_TYPE})
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(
            operationId = "listRosterRows",
            summary = "List the results of the rows",
            description =
                    "Rows that were not recorded come with what was posted. As CSV all of them, in a table that can be opened"
                            + " by a spreadsheet, mended, saved and posted again: it has the columns that were posted; `outcome`"
                            + " and `reason` are passed over then. A row that could not be read has its text in the column `line`,"
                            + " and is refused until that cell is empty. An apostrophe before a cell keeps spreadsheets from"
                            + " running or changing it, and is taken off.")
    @Parameter(
            name = "outcome",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = RowOutcome.class))
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
    public Response list(
            @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        Fields query = Fields.ofQuery(uri);
        RowOutcome outcome = query.oneOf("outcome", RowOutcome.class);
        PageRequest page = RowPlace.page(query);
        query.complete();
        Roster posted = rosters.owned(id);
        var asked =
                new RosterRows.Asked(
                        posted.id(),
                        outcome,
                        access.poster().filter(Poster.BOARD::equals).isPresent());
        if (CsvAnswer.isPreferred(headers)) {
            return CsvAnswer.of(fileName(posted, outcome), out -> export.write(asked, out));
        }
        List<RosterRow> found =
                jdbi.withHandle(
                        handle ->
                                rosterRows.list(
                                        handle, asked, RowPlace.after(page), page.rowsToFetch()));
        Page<RosterRowDetailView> answer =
                Page.of(found, page, row -> RowPlace.of(row).cursor()).map(RosterRowDetailView::of);
        return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build();
    }

    /// Described only: a description cannot name a type argument.
    @Schema(name = "RosterRowPage")
    record RowPage(List<RosterRowDetailView> items, @Nullable String nextCursor) {}

    /// Names the file after the roster, the outcome asked for and the day.
    private FileName fileName(Roster roster, @Nullable RowOutcome outcome) {
        return FileName.of(
                BoardCalendar.today(clock.instant()),
                CsvAnswer.ENDING,
                roster.externalId(),
                outcome == null ? "rows" : outcome.name().toLowerCase(Locale.ROOT));
    }
}
