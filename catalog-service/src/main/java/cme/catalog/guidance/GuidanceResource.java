package cme.catalog.guidance;

import cme.catalog.access.Roles;
import cme.catalog.api.OpenAnswers;
import cme.catalog.reference.PutResponses;
import cme.catalog.reference.ReferenceService;
import cme.chassis.http.Caller;
import cme.chassis.http.Cursor;
import cme.chassis.http.IfMatch;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.NoSuchResource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// `/v1/guidance`.
@Path("/v1/guidance")
@Tag(
        name = "Guidance",
        description = "How to get credits, which policies of the board hold, whom to ask")
@RunOnVirtualThread
public class GuidanceResource {

    private static final String EVENT_TYPE = "cme.catalog.guidance.changed";

    private static final Pattern TOPIC = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final int MAX_TOPIC = 64;
    private static final int MAX_REQUIREMENT = 60;

    private final GuidanceTopics topics;
    private final ReferenceService service;
    private final OpenAnswers answers;
    private final Caller caller;

    GuidanceResource(
            GuidanceTopics topics, ReferenceService service, OpenAnswers answers, Caller caller) {
        this.topics = topics;
        this.service = service;
        this.answers = answers;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listGuidance", summary = "The guidance of the board, by topic")
    @Parameter(
            name = "requirement",
            in = ParameterIn.QUERY,
            description = "Only what helps with this requirement, as rule sets name it",
            example = "patient-safety",
            schema = @Schema(implementation = String.class, maxLength = 60))
    public RestResponse<Page<GuidanceView>> list(
            @Context UriInfo uri, @Context HttpHeaders headers) {
        Fields query = Fields.ofQuery(uri);
        PageRequest asked = PageRequest.read(query, 1);
        String requirement = query.text("requirement", MAX_REQUIREMENT);
        query.complete();
        List<GuidanceView> views = topics.listAfter(asked, requirement == null ? "" : requirement);
        return answers.list(headers, Page.of(views, asked, view -> Cursor.of(view.topic())));
    }

    @GET
    @Path("/{topic}")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getGuidance", summary = "The guidance on one topic")
    public RestResponse<GuidanceView> get(
            @PathParam("topic") String topic, @Context HttpHeaders headers) {
        GuidanceView view =
                topics.findByIdOptional(topic)
                        .map(Guidance::view)
                        .orElseThrow(() -> new NoSuchResource("There is no such topic."));
        return answers.single(headers, view.revision(), view);
    }

    @PUT
    @Path("/{topic}")
    @RolesAllowed(Roles.BOARD)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putGuidance", summary = "Add or change the guidance on a topic")
    @RequestBody(content = @Content(schema = @Schema(implementation = GuidanceRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed, or the same already",
            content = @Content(schema = @Schema(implementation = GuidanceView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = GuidanceView.class)))
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    @APIResponse(responseCode = "428", description = "It exists and If-Match is missing")
    public Response put(
            @PathParam("topic") String topic, JsonBody body, @Context HttpHeaders headers) {
        if (topic.length() > MAX_TOPIC || !TOPIC.matcher(topic).matches()) {
            throw new InvalidRequest(
                    "/topic",
                    "topic.form",
                    "Small letters and digits, joined by single -, at most 64 characters.");
        }
        var ifMatch = IfMatch.in(headers);
        return PutResponses.of(
                service.put(
                        topics,
                        Guidance::new,
                        EVENT_TYPE,
                        topic,
                        GuidanceRequest.read(body, topic),
                        ifMatch,
                        caller.subject()),
                ifMatch);
    }
}
