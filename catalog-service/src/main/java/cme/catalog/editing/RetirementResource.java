package cme.catalog.editing;

import cme.catalog.access.Roles;
import cme.catalog.activity.Activity.Retirement;
import cme.catalog.activity.ActivityView;
import cme.catalog.activity.ActivityView.RetirementView;
import cme.chassis.http.Caller;
import cme.chassis.http.Deletion;
import cme.chassis.http.IfMatch;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `/v1/activities/{code}/retirement`: the retirement of an activity.
@Path("/v1/activities/{code}/retirement")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retirement")
@RunOnVirtualThread
@RolesAllowed(Roles.BOARD)
public class RetirementResource {

    private final ActivityService service;
    private final Caller caller;

    RetirementResource(ActivityService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "retire",
            summary = "Retire an activity after a day",
            description =
                    "It can be completed up to that day, and what was completed goes on counting."
                            + " Retiring again corrects the day or the reason.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RetirementView.class),
                            examples =
                                    @ExampleObject(
                                            name = "Replaced",
                                            value =
                                                    "{\"on\": \"2026-06-30\", \"reason\": \"Replaced by the new course\"}")))
    @APIResponse(
            responseCode = "200",
            description = "It is retired",
            content = @Content(schema = @Schema(implementation = ActivityView.class)))
    @APIResponse(
            responseCode = "409",
            description = "The day is before it is offered (`retired-before-offered`)")
    @APIResponse(responseCode = "412")
    public Response retire(
            @PathParam("code") String code, JsonBody body, @Context HttpHeaders headers) {
        Retirement retirement = body.read(RetirementResource::read);
        return OutcomeResponses.withActivity(
                service.retire(edit(code, headers, retirement.reason()), retirement));
    }

    @DELETE
    @Operation(
            operationId = "reinstate",
            summary = "Take a retirement back",
            description = "The activity is again what its approvals make it.")
    @Parameter(
            name = "reason",
            in = ParameterIn.QUERY,
            required = true,
            description = "Why; shown in the history",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "204", description = "It is not retired")
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "428")
    public Response reinstate(
            @PathParam("code") String code, @Context HttpHeaders headers, @Context UriInfo uri) {
        String reason = Deletion.read(uri, headers).reason();
        return OutcomeResponses.withoutContent(service.reinstate(edit(code, headers, reason)));
    }

    private ActivityEdit edit(String code, HttpHeaders headers, String reason) {
        return new ActivityEdit(
                ActivityResource.existing(code),
                new Editor.Board(caller.subject()),
                IfMatch.in(headers),
                reason);
    }

    private static Retirement read(Fields fields) {
        return new Retirement(
                fields.required("on", fields.date("on")),
                fields.requiredText("reason", ActivityRequest.MAX_REASON));
    }
}
