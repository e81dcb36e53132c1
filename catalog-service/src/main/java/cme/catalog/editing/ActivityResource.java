package cme.catalog.editing;

import cme.catalog.reading.OpenAnswers;
import cme.catalog.register.Activities;
import cme.catalog.register.ActivityView;
import cme.catalog.register.History;
import cme.catalog.register.RevisionView;
import cme.chassis.http.Caller;
import cme.chassis.http.Page;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.jdbi.v3.core.Jdbi;

/// `/v1/activities/{code}`: one activity and its history.
@Path("/v1/activities/{code}")
@Tag(name = "Activities")
@RunOnVirtualThread
public class ActivityResource {

    private final Jdbi jdbi;
    private final Activities activities;
    private final History history;
    private final ActivityEditing editing;
    private final OpenAnswers answers;
    private final Caller caller;

    ActivityResource(
            Jdbi jdbi,
            Activities activities,
            History history,
            ActivityEditing editing,
            OpenAnswers answers,
            Caller caller) {
        this.jdbi = jdbi;
        this.activities = activities;
        this.history = history;
        this.editing = editing;
        this.answers = answers;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(operationId = "getActivity", summary = "One activity as it is now")
    @APIResponse(responseCode = "404", description = "There is no such activity")
    public RestResponse<ActivityView> get(
            @PathParam("code") String code, @Context HttpHeaders headers) {
        var entry =
                jdbi.withHandle(handle -> activities.find(handle, Paths.existing(code)))
                        .orElseThrow(Paths::noActivity);
        return answers.single(headers, entry.revision(), ActivityView.of(entry));
    }

    @GET
    @Path("/revisions")
    @PermitAll
    @Operation(
            operationId = "listRevisions",
            summary = "Everything it ever was: who changed what, when and why, first to last")
    @APIResponse(responseCode = "404", description = "There is no such activity")
    public RestResponse<Page<RevisionView>> revisions(
            @PathParam("code") String code, @Context UriInfo uri, @Context HttpHeaders headers) {
        var query = Fields.ofQuery(uri.getQueryParameters());
        var asked = History.pageAsked(query);
        query.complete();
        var page = jdbi.withHandle(handle -> history.page(handle, Paths.existing(code), asked));
        if (page.items().isEmpty() && asked.after() == null) {
            throw Paths.noActivity();
        }
        return answers.list(headers, page);
    }

    @PUT
    @RolesAllowed({Editor.BOARD, Editor.SOCIETY})
    @Operation(
            operationId = "putActivity",
            summary = "Propose an activity, or change what is said of it",
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
                            schema = @Schema(implementation = ActivityBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "A meeting",
                                            value = ActivityBody.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "It is so now, or was so already",
            content = @Content(schema = @Schema(implementation = ActivityView.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is new",
            content = @Content(schema = @Schema(implementation = ActivityView.class)))
    @APIResponse(
            responseCode = "409",
            description = "Its state does not allow this (`activity-retired`)")
    @APIResponse(
            responseCode = "412",
            description = "It was changed since it was read; says by whom, when and which fields")
    @APIResponse(responseCode = "428", description = "It exists and If-Match is missing")
    public Response put(
            @PathParam("code") String code, JsonBody body, @Context HttpHeaders headers) {
        var wanted = Paths.wanted(code);
        var request = ActivityRequest.read(body, wanted);
        return Answers.withActivity(
                editing.put(Editor.of(caller), wanted, request, Seen.in(headers)));
    }
}
