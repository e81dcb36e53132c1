package cme.catalog.editing;

import cme.catalog.activity.Moves;
import cme.catalog.activity.Retirement;
import cme.catalog.register.ActivityView;
import cme.catalog.register.ActivityView.RetirementView;
import cme.catalog.register.Occasion;
import cme.chassis.http.Caller;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `/v1/activities/{code}/retirement`: that an activity is no longer offered.
@Path("/v1/activities/{code}/retirement")
@Tag(name = "Retirement")
@RunOnVirtualThread
@RolesAllowed(Editor.BOARD)
public class RetirementResource {

    private final Desk desk;
    private final Caller caller;

    RetirementResource(Desk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @POST
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
            description = "It is retired, now or before",
            content = @Content(schema = @Schema(implementation = ActivityView.class)))
    @APIResponse(responseCode = "404", description = "There is no such activity")
    @APIResponse(
            responseCode = "409",
            description = "The day is before it is offered (`retired-before-offered`)")
    @APIResponse(responseCode = "412", description = "If-Match was sent and is stale")
    public Response retire(
            @PathParam("code") String code, JsonBody body, @Context HttpHeaders headers) {
        var retirement = body.read(RetirementResource::read);
        return Answers.withActivity(
                desk.move(
                        Paths.existing(code),
                        new Editor.Board(caller.subject()),
                        Seen.in(headers),
                        Occasion.RETIRED,
                        retirement.reason(),
                        activity -> Moves.retire(activity, retirement)));
    }

    @DELETE
    @Operation(
            operationId = "reinstate",
            summary = "Take a retirement back",
            description = "The activity is again what its approvals make it.")
    @APIResponse(responseCode = "204", description = "It is not retired, now or before")
    @APIResponse(responseCode = "404", description = "There is no such activity")
    @APIResponse(responseCode = "412", description = "If-Match was sent and is stale")
    public Response reinstate(@PathParam("code") String code, @Context HttpHeaders headers) {
        return Answers.withoutContent(
                desk.move(
                        Paths.existing(code),
                        new Editor.Board(caller.subject()),
                        Seen.in(headers),
                        Occasion.CHANGED,
                        null,
                        Moves::reinstate));
    }

    private static Retirement read(Fields fields) {
        return new Retirement(
                fields.required("on", fields.date("on")),
                fields.requiredText("reason", ActivityRequest.MAX_REASON));
    }
}
