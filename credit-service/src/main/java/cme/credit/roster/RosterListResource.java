package cme.credit.roster;

import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.credit.access.Access;
import cme.credit.access.Roles;
import cme.credit.rosterfile.RosterDocument;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
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

/// Lists the rosters that were posted.
@Path("/v1/rosters")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Rosters")
public class RosterListResource {
    private final Rosters rosters;
    private final Jdbi jdbi;
    private final Access access;

    RosterListResource(Rosters rosters, Jdbi jdbi, Access access) {
        this.rosters = rosters;
        this.jdbi = jdbi;
        this.access = access;
    }

    @GET
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(
            operationId = "listRosters",
            summary = "List rosters, the newest first",
            description =
                    "Each with the counts of its rows as they are now. A society sees only its own.")
    @Parameter(
            name = "externalId",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, maxLength = RosterDocument.MAX_EXTERNAL_ID),
            description = "The poster's own name of the roster",
            example = "ASPS-ANNUAL-2026-DAY-4")
    @Parameter(
            name = "provider",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "The society that posted it",
            example = "ASPS")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            description = "First day of receipt, in New York",
            example = "2026-10-01")
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            description = "Last day of receipt, in New York",
            example = "2026-10-31")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = RosterPage.class)))
    public Page<RosterSummaryView> list(@Context UriInfo uri) {
        Fields query = Fields.ofQuery(uri);
        RosterFilter filter =
                RosterFilter.read(query, access.poster().orElseThrow(ForbiddenException::new));
        PageRequest page = RosterFilter.page(query);
        query.complete();
        List<Roster> found = jdbi.withHandle(handle -> rosters.list(handle, filter, page));
        return Page.of(found, page, RosterFilter::cursor).map(RosterSummaryView::of);
    }

    /// For the API description only, which loses generics.
    @Schema(name = "RosterPage")
    record RosterPage(
            List<RosterSummaryView> items,
            @Schema(nullable = true, description = "Send back as `cursor`; null on the last page")
                    @Nullable String nextCursor) {}
}
