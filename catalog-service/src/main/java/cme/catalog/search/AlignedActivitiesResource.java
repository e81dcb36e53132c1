package cme.catalog.search;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;

import cme.catalog.CatalogConfig;
import cme.catalog.api.OpenAnswers;
import cme.catalog.procedure.ProcedureModule;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// `/v1/tracer-procedures/aligned-activities`: the complete list of approved activities.
@Path("/v1/tracer-procedures/aligned-activities")
@Tag(name = "Tracer procedures")
@RunOnVirtualThread
public class AlignedActivitiesResource {

    private final AlignedActivities activities;
    private final OpenAnswers answers;
    private final Clock clock;
    private final CatalogConfig config;

    AlignedActivitiesResource(
            AlignedActivities activities, OpenAnswers answers, Clock clock, CatalogConfig config) {
        this.activities = activities;
        this.answers = answers;
        this.clock = clock;
        this.config = config;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listAlignedActivities",
            summary = "The activities that are approved with tracer procedures on a day",
            description =
                    "By module, procedure and title. An activity is listed under each of its"
                            + " procedures; a procedure without one is not listed.")
    @Parameter(
            name = "on",
            in = QUERY,
            description = "The day; today when left out",
            schema = @Schema(implementation = LocalDate.class))
    @Parameter(
            name = "module",
            in = QUERY,
            schema = @Schema(implementation = ProcedureModule.class))
    @Parameter(
            name = "procedure",
            in = QUERY,
            description = "Code of a tracer procedure",
            example = "CARPAL_TUNNEL",
            schema = @Schema(type = SchemaType.STRING))
    public RestResponse<Page<AlignedActivityView>> list(
            @Context UriInfo uri, @Context HttpHeaders headers) {
        Fields query = Fields.ofQuery(uri);
        LocalDate on = query.date("on");
        var criteria =
                new AlignedActivities.Criteria(
                        on == null ? LocalDate.ofInstant(clock.instant(), config.zone()) : on,
                        query.oneOf("module", ProcedureModule.class),
                        SearchCriteria.procedure(query));
        PageRequest asked = PageRequest.read(query, AlignedActivities.CURSOR_PARTS);
        query.complete();
        return answers.list(headers, activities.find(criteria, asked));
    }
}
