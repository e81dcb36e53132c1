package cme.compliance.worklist;

import cme.chassis.json.Fields;
import cme.compliance.ComplianceConfig;
import cme.compliance.Dates;
import cme.compliance.access.Roles;
import cme.compliance.diplomate.BoardClock;
import cme.compliance.reassessment.CatchUp;
import cme.compliance.rules.Standing;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

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
            summary = "Counts by standing, by requirement, due year and state, and by deadline",
            operationId = "summarizeStatuses",
            description =
                    "Of today, or as it was known at the end of an earlier day: ask for several"
                            + " days to see how the standings change.")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "Today, or an earlier day",
            schema = @Schema(implementation = LocalDate.class),
            example = "2026-11-01")
    @APIResponse(responseCode = "200", description = "The counts of the day")
    public SummaryView get(@Context UriInfo uri) {
        Fields query = Fields.ofQuery(uri);
        LocalDate asked = Dates.read(query, "asOf");
        LocalDate today = clock.today();
        if (asked != null && asked.isAfter(today)) {
            query.violation(
                    "asOf", "as-of.future", "Today or an earlier day: what comes is not known.");
        }
        query.complete();
        return asked == null || asked.equals(today)
                ? counted(today, null, catchUp.within(config.catchUpAtMost()))
                : counted(asked, clock.startOf(asked.plusDays(1)), 0);
    }

    private SummaryView counted(LocalDate day, @Nullable Instant until, long pending) {
        return jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                handle -> {
                    Map<Standing, Long> standings = counts.byStanding(handle, until);
                    long all = standings.values().stream().mapToLong(Long::longValue).sum();
                    StatusCounts.Counted counted = counts.byFinding(handle, until);
                    return new SummaryView(
                            day, all, standings, counted.findings(), counted.deadlines(), pending);
                });
    }
}
