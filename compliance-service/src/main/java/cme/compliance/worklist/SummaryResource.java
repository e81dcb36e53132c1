package cme.compliance.worklist;

import cme.compliance.ComplianceConfig;
import cme.compliance.access.Roles;
import cme.compliance.diplomate.BoardClock;
import cme.compliance.reassessment.CatchUp;
import cme.compliance.rules.Standing;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// Counts the diplomates by standing and the findings by state.
@Path("/v1/statuses/summary")
@RunOnVirtualThread
@RolesAllowed(Roles.BOARD)
@Tag(name = "Worklist")
public class SummaryResource {

    private final StatusCounts counts;
    private final CatchUp catchUp;
    private final Jdbi jdbi;
    private final BoardClock clock;
    private final ComplianceConfig.Reassessment config;

    SummaryResource(
            StatusCounts counts,
            CatchUp catchUp,
            Jdbi jdbi,
            BoardClock clock,
            ComplianceConfig config) {
        this.counts = counts;
        this.catchUp = catchUp;
        this.jdbi = jdbi;
        this.clock = clock;
        this.config = config.reassessment();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Counts by standing, and by requirement, due year and state",
            operationId = "summarizeStatuses")
    @APIResponse(responseCode = "200", description = "The counts of today")
    public SummaryView get() {
        long pending = catchUp.within(config.catchUpAtMost());
        return jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                handle -> {
                    Map<Standing, Long> standings = counts.byStanding(handle);
                    long all = standings.values().stream().mapToLong(Long::longValue).sum();
                    return new SummaryView(
                            clock.today(), all, standings, counts.byFinding(handle), pending);
                });
    }
}
