package cme.credit.reconciliation;

import cme.chassis.http.Page;
import cme.chassis.json.Fields;
import cme.chassis.quota.Limited;
import cme.credit.access.Access;
import cme.credit.access.Poster;
import cme.credit.access.Roles;
import cme.credit.completion.BoardCalendar;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Compares the ledger with the books of those who post.
@Path("/v1/reconciliations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Completions")
public class ReconciliationResource {
    private final Reconciliations reconciliations;
    private final Access access;
    private final Clock clock;

    ReconciliationResource(Reconciliations reconciliations, Access access, Clock clock) {
        this.reconciliations = reconciliations;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(
            operationId = "reconcile",
            summary = "Sum up what is recorded of a sender, by day and activity",
            description =
                    "Counts, sums and a digest that the sender can make of its own books: where both are"
                            + " equal, so is every completion. Everybody compares what they posted themselves,"
                            + " the board also what a `provider` posted. Without `from` and `to` it is the year"
                            + " that ends today; at most ten years.")
    @Parameter(name = "activity", in = ParameterIn.QUERY)
    @Parameter(name = "from", in = ParameterIn.QUERY)
    @Parameter(name = "to", in = ParameterIn.QUERY)
    @Parameter(
            name = "provider",
            in = ParameterIn.QUERY,
            description = "Whose postings; the caller's own when left out",
            schema = @Schema(type = SchemaType.STRING, examples = "ASPS"))
    @APIResponse(responseCode = "200", description = "A page, the earliest day first")
    @Limited
    public Page<ReconciliationItem> list(@Context UriInfo uri) {
        Poster caller = access.poster().orElseThrow(ForbiddenException::new);
        ReconciliationQuery asked =
                ReconciliationQuery.read(
                        Fields.ofQuery(uri), caller, BoardCalendar.today(clock.instant()));
        if (!access.owns(asked.poster())) {
            throw new ForbiddenException();
        }
        return Page.of(reconciliations.list(asked), asked.page(), ReconciliationQuery::cursor);
    }
}
