package cme.catalog.search;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;

import cme.catalog.activity.Activity.Status;
import cme.catalog.activity.ActivityType;
import cme.catalog.activity.ActivityView;
import cme.catalog.activity.Approval.Purpose;
import cme.catalog.activity.Viewer;
import cme.catalog.api.OpenAnswers;
import cme.chassis.http.Caller;
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
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// `/v1/activities`: the list.
@Path("/v1/activities")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Activities",
        description = "Courses, articles, meetings and others that can be completed for credit")
@RunOnVirtualThread
public class SearchResource {

    private final ActivitySearch search;
    private final OpenAnswers answers;
    private final Caller caller;

    SearchResource(ActivitySearch search, OpenAnswers answers, Caller caller) {
        this.search = search;
        this.answers = answers;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "findActivities",
            summary = "Find activities by words and filters",
            description =
                    "Filters combine. `purpose`, `procedure` and `on` must hold of one and the same"
                            + " approval. Found by title or code comes before found by provider or"
                            + " tracer procedure; approved before proposed before retired; then by"
                            + " title. Proposals are found by the board and by their own provider.")
    @Parameter(
            name = "q",
            in = QUERY,
            description =
                    "Words of title, code, provider, and of the names and synonyms of tracer"
                            + " procedures; in any form, without accents, the last one half typed",
            example = "tummy tu",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @Parameter(name = "provider", in = QUERY)
    @Parameter(name = "type", in = QUERY, schema = @Schema(implementation = ActivityType.class))
    @Parameter(name = "status", in = QUERY, schema = @Schema(implementation = Status.class))
    @Parameter(
            name = "purpose",
            in = QUERY,
            description = "Approved for it, on `on` when that is sent",
            schema = @Schema(implementation = Purpose.class))
    @Parameter(
            name = "procedure",
            in = QUERY,
            description = "Code of a tracer procedure that it is approved with",
            example = "CARPAL_TUNNEL",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "on",
            in = QUERY,
            description = "Approved on that day",
            schema = @Schema(implementation = LocalDate.class))
    @Parameter(
            name = "facets",
            in = QUERY,
            description =
                    "`true`: count all found activities by provider, type, purpose and procedure",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = ActivityPage.class)))
    public RestResponse<ActivityPage> find(@Context UriInfo uri, @Context HttpHeaders headers) {
        var query = Fields.ofQuery(uri);
        var viewer = Viewer.of(caller);
        var criteria = SearchCriteria.read(query, viewer);
        var asked = PageRequest.read(query, SearchPosition.PARTS, SearchPosition::isPlace);
        boolean counted = Boolean.TRUE.equals(query.flag("facets"));
        query.complete();
        Page<ActivityView> page = search.find(criteria, asked);
        return answers.list(
                headers,
                new ActivityPage(
                        page.items(), page.nextCursor(), counted ? search.facets(criteria) : null),
                OpenAnswers.Audience.of(viewer instanceof Viewer.Anybody));
    }
}
