package cme.compliance.worklist;

import cme.chassis.http.FileName;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.chassis.table.CsvAnswer;
import cme.compliance.ComplianceConfig;
import cme.compliance.OpenApi;
import cme.compliance.access.Roles;
import cme.compliance.diplomate.BoardClock;
import cme.compliance.reassessment.CatchUp;
import cme.compliance.rules.Finding.State;
import cme.compliance.rules.Pathway;
import cme.compliance.ruleset.RuleSets;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Lists the statuses of all diplomates with a cycle, as of today.
@Path("/v1/statuses")
@RunOnVirtualThread
@RolesAllowed(Roles.BOARD)
@Tag(
        name = "Worklist",
        description = "The diplomates who need attention, with requirements and deadlines")
public class WorklistResource {

    private static final String CSV = "text/csv";

    private final Worklist worklist;
    private final WorklistTotals totals;
    private final CatchUp catchUp;
    private final RuleSets ruleSets;
    private final BoardClock clock;
    private final ComplianceConfig.Reassessment config;

    WorklistResource(
            Worklist worklist,
            WorklistTotals totals,
            CatchUp catchUp,
            RuleSets ruleSets,
            BoardClock clock,
            ComplianceConfig config) {
        this.worklist = worklist;
        this.totals = totals;
        this.catchUp = catchUp;
        this.ruleSets = ruleSets;
        this.clock = clock;
        this.config = config.reassessment();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The worklist",
            operationId = "listStatuses",
            description =
                    "As of today. Requirement, state and deadline must be met by one finding;"
                            + " dueBefore without a state selects open findings.")
    @Parameter(
            name = "standing",
            in = ParameterIn.QUERY,
            description = "One or several standings, separated by commas",
            schema =
                    @Schema(
                            implementation = String.class,
                            pattern = "^[A-Z_]+(,[A-Z_]+)*$",
                            examples = "NOT_MET,LATE"))
    @Parameter(
            name = "pathway",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = Pathway.class))
    @Parameter(
            name = "requirement",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = String.class, examples = "patient-safety"))
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = State.class))
    @Parameter(
            name = "dueBefore",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = LocalDate.class))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description =
                    "By next deadline, without one last; by standing, the worst first; by diplomate"
                            + " when left out, and between equal ones",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"deadline", "standing", "diplomate"}))
    @APIResponse(
            responseCode = "200",
            description = "One page; as a table all of them, one row for each finding",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = WorklistPage.class)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    public WorklistPage list(@Context UriInfo uri) {
        WorklistQuestion question =
                WorklistQuestion.read(Fields.ofQuery(uri), ruleSets.requirements());
        catchUp.within(config.catchUpAtMost());
        Page<WorklistEntry> page = page(question);
        boolean isAll = question.page().after() == null && page.nextCursor() == null;
        return WorklistPage.of(page, isAll ? page.items().size() : totals.of(question.filter()));
    }

    private Page<WorklistEntry> page(WorklistQuestion question) {
        PageRequest asked = question.page();
        List<WorklistEntry> rows =
                worklist.page(
                        question.filter(), question.sort(), question.after(), asked.rowsToFetch());
        return Page.of(rows, asked, question.sort()::cursor);
    }

    /// The whole list as CSV, read page by page. With a limit or a cursor, one page with a link to
    /// the next (RFC 8288).
    @GET
    @Produces(CSV)
    @Operation(hidden = true)
    public Response table(@Context UriInfo uri) {
        WorklistQuestion question =
                WorklistQuestion.read(Fields.ofQuery(uri), ruleSets.requirements());
        catchUp.within(config.catchUpAtMost());
        Set<String> named = uri.getQueryParameters().keySet();
        return named.contains(OpenApi.LIMIT) || named.contains(OpenApi.CURSOR)
                ? onePage(question, uri)
                : CsvAnswer.of(fileName(), out -> writeAll(question, out));
    }

    private Response onePage(WorklistQuestion question, UriInfo uri) {
        Page<WorklistEntry> page = page(question);
        StreamingOutput body =
                out -> {
                    try (var table = new WorklistCsv(out)) {
                        table.add(page.items());
                    }
                };
        ResponseBuilder answer = Response.fromResponse(CsvAnswer.of(fileName(), body));
        if (page.nextCursor() != null) {
            URI next =
                    uri.getRequestUriBuilder()
                            .replaceQueryParam(OpenApi.CURSOR, page.nextCursor())
                            .build();
            answer.link(next, "next");
        }
        return answer.build();
    }

    private FileName fileName() {
        return FileName.of(clock.today(), CsvAnswer.ENDING, "worklist");
    }

    private void writeAll(WorklistQuestion question, OutputStream out) throws IOException {
        WorklistSort sort = question.sort();
        try (var table = new WorklistCsv(out)) {
            WorklistSort.Position after = WorklistSort.Position.BEGINNING;
            while (true) {
                List<WorklistEntry> page =
                        worklist.page(question.filter(), sort, after, PageRequest.MAX_LIMIT);
                table.add(page);
                if (page.size() < PageRequest.MAX_LIMIT) {
                    return;
                }
                after = sort.of(page.getLast());
            }
        }
    }
}
