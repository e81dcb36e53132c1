package cme.catalog.editing;

import cme.catalog.access.Roles;
import cme.catalog.activity.Activities;
import cme.catalog.activity.ActivityCode;
import cme.catalog.activity.ActivityRevision;
import cme.catalog.activity.ActivityView;
import cme.catalog.activity.History;
import cme.catalog.activity.RevisionView;
import cme.catalog.activity.Viewer;
import cme.catalog.api.OpenAnswers;
import cme.chassis.http.Caller;
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

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// `/v1/activities/{code}`: one activity and its history.
@Path("/v1/activities/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Activities")
@RunOnVirtualThread
public class ActivityResource {

    private final Jdbi jdbi;
    private final Activities activities;
    private final History history;
    private final ActivityService service;
    private final OpenAnswers answers;
    private final Caller caller;

    ActivityResource(
            Jdbi jdbi,
            Activities activities,
            History history,
            ActivityService service,
            OpenAnswers answers,
            Caller caller) {
        this.jdbi = jdbi;
        this.activities = activities;
        this.history = history;
        this.service = service;
        this.answers = answers;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getActivity",
            summary = "One activity as it is now",
            description = "A proposal is found by the board and by its own provider only.")
    public RestResponse<ActivityView> get(
            @PathParam("code") String code, @Context HttpHeaders headers) {
        Viewer viewer = Viewer.of(caller);
        ActivityRevision revision =
                jdbi.withHandle(handle -> visible(activities, handle, code, viewer));
        return answers.single(
                headers, revision.number(), ActivityView.of(revision), audience(viewer));
    }

    @GET
    @Path("/revisions")
    @PermitAll
    @Operation(
            operationId = "listActivityRevisions",
            summary = "All revisions, first to last: who changed what, when and why",
            description =
                    "Those of a proposal are found by the board and by its own provider only.")
    public RestResponse<Page<RevisionView>> revisions(
            @PathParam("code") String code, @Context UriInfo uri, @Context HttpHeaders headers) {
        var query = Fields.ofQuery(uri);
        PageRequest asked = History.pageAsked(query);
        query.complete();
        Viewer viewer = Viewer.of(caller);
        Page<RevisionView> page =
                jdbi.withHandle(
                        handle -> {
                            visible(activities, handle, code, viewer);
                            return history.page(handle, existing(code), asked);
                        });
        return answers.list(headers, page, audience(viewer));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.BOARD, Roles.SOCIETY})
    @Operation(
            operationId = "putActivity",
            summary = "Propose or describe an activity",
            description =
                    "The board may always. A society may for its own activities, until the board has"
                            + " approved them. A new activity is PROPOSED; posting an approval makes"
                            + " it APPROVED. What was read may be changed and sent back: `status`"
                            + " and `approvals` must then say what is, `revision` and `updatedAt`"
                            + " are not looked at. Sending the same again records nothing and needs"
                            + " no If-Match.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ActivityRequest.Body.class),
                            examples =
                                    @ExampleObject(
                                            name = "A meeting",
                                            value = ActivityRequest.Body.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Changed, or the same already",
            content = @Content(schema = @Schema(implementation = ActivityView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ActivityView.class)))
    @APIResponse(
            responseCode = "409",
            description = "Its state does not allow this (`activity-retired`)")
    @APIResponse(
            responseCode = "412",
            description = "It was changed since it was read; says by whom, when and which fields")
    @APIResponse(responseCode = "428")
    public Response put(
            @PathParam("code") String code, JsonBody body, @Context HttpHeaders headers) {
        if (!ActivityCode.isCode(code)) {
            throw new InvalidRequest("/code", "code.form", ActivityCode.FORM);
        }
        var wanted = new ActivityCode(code);
        ActivityRequest request = ActivityRequest.read(body, wanted);
        var edit =
                new ActivityEdit(wanted, Editor.of(caller), IfMatch.in(headers), request.reason());
        return OutcomeResponses.withActivity(service.put(edit, request));
    }

    /// The activity, if there is one that the viewer sees.
    static ActivityRevision visible(
            Activities activities, Handle handle, String code, Viewer viewer) {
        return activities
                .find(handle, existing(code))
                .filter(viewer::sees)
                .orElseThrow(ActivityResource::noActivity);
    }

    static OpenAnswers.Audience audience(Viewer viewer) {
        return OpenAnswers.Audience.of(viewer instanceof Viewer.Anybody);
    }

    /// The code of an activity that should exist.
    static ActivityCode existing(String code) {
        if (!ActivityCode.isCode(code)) {
            throw noActivity();
        }
        return new ActivityCode(code);
    }

    static NoSuchResource noActivity() {
        return new NoSuchResource("There is no such activity.");
    }
}
