package cme.compliance.worklist;

import cme.chassis.http.Cursor;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.compliance.ComplianceConfig;
import cme.compliance.OpenApi;
import cme.compliance.access.Access;
import cme.compliance.reassessment.CatchUp;
import cme.compliance.rules.Finding.State;
import cme.compliance.rules.Standing;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// All diplomates with a cycle, as they stand today.
@Path("/v1/statuses")
@RunOnVirtualThread
@RolesAllowed(Access.BOARD)
@Tag(name = "Worklist", description = "Who needs attention, for what and by when")
public class WorklistResource {

    private static final String CSV = "text/csv";

    private final Worklist worklist;
    private final CatchUp catchUp;
    private final ComplianceConfig.Reassessment config;

    WorklistResource(Worklist worklist, CatchUp catchUp, ComplianceConfig config) {
        this.worklist = worklist;
        this.catchUp = catchUp;
        this.config = config.reassessment();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The worklist",
            operationId = "listStatuses",
            description =
                    "By diplomate, as of today. Requirement, state and deadline have to hold of one"
                            + " finding; dueBefore without a state means open findings.")
    @Parameter(
            name = "standing",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = Standing.class))
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
    @Parameter(ref = OpenApi.LIMIT)
    @Parameter(ref = OpenApi.CURSOR)
    @APIResponse(responseCode = "200", description = "One page")
    public Page<WorklistEntry> list(@Context UriInfo uri) {
        var query = Fields.ofQuery(uri.getQueryParameters());
        var filter = WorklistFilter.read(query);
        var asked = PageRequest.read(query, 1);
        query.complete();
        catchUp.within(config.catchUpAtMost());
        var rows = worklist.page(filter, after(asked), asked.rowsToFetch());
        return Page.of(rows, asked, entry -> Cursor.of(entry.diplomateId()));
    }

    private static String after(PageRequest asked) {
        return asked.after() == null ? "" : asked.after().part(0);
    }

    /// The whole list, read a page at a time; with a limit or a cursor one page of it, and a link
    /// to the next (RFC 8288).
    @GET
    @Produces(CSV)
    @Operation(hidden = true)
    public Response table(@Context UriInfo uri) {
        var query = Fields.ofQuery(uri.getQueryParameters());
        var filter = WorklistFilter.read(query);
        var asked = PageRequest.read(query, 1);
        query.complete();
        catchUp.within(config.catchUpAtMost());
        var named = uri.getQueryParameters().keySet();
        return named.contains(OpenApi.LIMIT) || named.contains(OpenApi.CURSOR)
                ? onePage(filter, asked, uri)
                : Response.ok((StreamingOutput) out -> writeAll(filter, out)).build();
    }

    private Response onePage(WorklistFilter filter, PageRequest asked, UriInfo uri) {
        var rows = worklist.page(filter, after(asked), asked.rowsToFetch());
        var page = Page.of(rows, asked, entry -> Cursor.of(entry.diplomateId()));
        StreamingOutput body =
                out -> {
                    try (var table = new WorklistTable(out)) {
                        table.add(page.items());
                    }
                };
        var answer = Response.ok(body);
        if (page.nextCursor() != null) {
            var next =
                    uri.getRequestUriBuilder()
                            .replaceQueryParam(OpenApi.CURSOR, page.nextCursor())
                            .build();
            answer.link(next, "next");
        }
        return answer.build();
    }

    private void writeAll(WorklistFilter filter, OutputStream out) throws IOException {
        try (var table = new WorklistTable(out)) {
            var after = "";
            while (true) {
                var page = worklist.page(filter, after, PageRequest.MAX_LIMIT);
                table.add(page);
                if (page.size() < PageRequest.MAX_LIMIT) {
                    return;
                }
                after = page.getLast().diplomateId();
            }
        }
    }
}
