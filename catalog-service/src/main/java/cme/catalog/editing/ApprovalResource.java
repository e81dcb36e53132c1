package cme.catalog.editing;

import cme.catalog.access.Roles;
import cme.catalog.activity.Activities;
import cme.catalog.activity.ActivityRevision;
import cme.catalog.activity.ActivityView.ApprovalView;
import cme.catalog.activity.Approval;
import cme.catalog.activity.Viewer;
import cme.catalog.api.OpenAnswers;
import cme.chassis.http.Caller;
import cme.chassis.http.Deletion;
import cme.chassis.http.IfMatch;
import cme.chassis.json.Ids;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.NoSuchResource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// `/v1/activities/{code}/approvals`: the approvals of an activity.
@Path("/v1/activities/{code}/approvals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Approvals", description = "The board's word on an activity, by purpose and span")
@RunOnVirtualThread
public class ApprovalResource {

    private final Jdbi jdbi;
    private final Activities activities;
    private final ActivityService service;
    private final OpenAnswers answers;
    private final Caller caller;

    ApprovalResource(
            Jdbi jdbi,
            Activities activities,
            ActivityService service,
            OpenAnswers answers,
            Caller caller) {
        this.jdbi = jdbi;
        this.activities = activities;
        this.service = service;
        this.answers = answers;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.BOARD)
    @Operation(
            operationId = "approve",
            summary = "Approve an activity for a purpose and a span of dates",
            description =
                    "The span may lie in the past: completions of those days then serve the purpose."
                            + " The first approval makes the activity APPROVED. The same approval"
                            + " again is answered with the one there is.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ApprovalRequest.Body.class),
                            examples = {
                                @ExampleObject(
                                        name = "Tracer",
                                        value = ApprovalRequest.Body.TRACER),
                                @ExampleObject(
                                        name = "Patient safety",
                                        value = ApprovalRequest.Body.SAFETY)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "It is approved now",
            content = @Content(schema = @Schema(implementation = GivenApprovalView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was approved so already",
            content = @Content(schema = @Schema(implementation = GivenApprovalView.class)))
    @APIResponse(
            responseCode = "409",
            description = "Not possible (`approval-after-retirement`, `too-many-approvals`)")
    @APIResponse(responseCode = "412")
    public Response approve(
            @PathParam("code") String code, JsonBody body, @Context HttpHeaders headers) {
        ApprovalRequest request = ApprovalRequest.read(body, UUID.randomUUID());
        ActivityOutcome outcome =
                service.approve(edit(code, headers, request.reason()), request.approval());
        return OutcomeResponses.of(
                outcome,
                (_, revision) -> {
                    Approval approval = same(revision, request.approval());
                    boolean isNew = outcome instanceof ActivityOutcome.Changed;
                    return OutcomeResponses.response(isNew ? 201 : 200, revision)
                            .location(
                                    URI.create(
                                            "/v1/activities/%s/approvals/%s"
                                                    .formatted(code, approval.id())))
                            .entity(GivenApprovalView.of(revision, approval))
                            .build();
                });
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "getApproval", summary = "One approval")
    public RestResponse<ApprovalView> get(
            @PathParam("code") String code,
            @PathParam("id") String id,
            @Context HttpHeaders headers) {
        Viewer viewer = Viewer.of(caller);
        ActivityRevision revision =
                jdbi.withHandle(
                        handle -> ActivityResource.visible(activities, handle, code, viewer));
        UUID asked = id(id);
        return revision.activity().approvals().stream()
                .filter(approval -> approval.id().equals(asked))
                .map(found -> answers.single(headers, revision.number(), ApprovalView.of(found)))
                .findFirst()
                .orElseThrow(ApprovalResource::noApproval);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{id}")
    @RolesAllowed(Roles.BOARD)
    @Operation(
            operationId = "changeApproval",
            summary = "End, extend or correct an approval",
            description = "If-Match names the revision of the activity that was seen.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ApprovalRequest.Body.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed, or the same already",
            content = @Content(schema = @Schema(implementation = GivenApprovalView.class)))
    @APIResponse(
            responseCode = "409",
            description = "Not possible (`approval-after-retirement`, `approval-exists`)")
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "428")
    public Response change(
            @PathParam("code") String code,
            @PathParam("id") String id,
            JsonBody body,
            @Context HttpHeaders headers) {
        ApprovalRequest request = ApprovalRequest.read(body, id(id));
        return OutcomeResponses.of(
                service.changeApproval(edit(code, headers, request.reason()), request.approval()),
                (status, revision) ->
                        OutcomeResponses.response(status, revision)
                                .entity(GivenApprovalView.of(revision, request.approval()))
                                .build());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.BOARD)
    @Operation(
            operationId = "withdrawApproval",
            summary = "Withdraw an approval as if it had never been given",
            description =
                    "To end it on a day instead, put it with `until`. Without any approval the"
                            + " activity is PROPOSED again. The history keeps what was.")
    @Parameter(
            name = "reason",
            in = ParameterIn.QUERY,
            required = true,
            description = "Why; shown in the history",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "204", description = "It is withdrawn")
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "428")
    public Response withdraw(
            @PathParam("code") String code,
            @PathParam("id") String id,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        String reason = Deletion.read(uri, headers).reason();
        return OutcomeResponses.withoutContent(
                service.withdrawApproval(edit(code, headers, reason), id(id)));
    }

    private ActivityEdit edit(String code, HttpHeaders headers, @Nullable String reason) {
        return new ActivityEdit(
                ActivityResource.existing(code),
                new Editor.Board(caller.subject()),
                IfMatch.in(headers),
                reason);
    }

    private static UUID id(String text) {
        return Ids.find(text).orElseThrow(ApprovalResource::noApproval);
    }

    private static NoSuchResource noApproval() {
        return new NoSuchResource("There is no such approval.");
    }

    private static Approval same(ActivityRevision revision, Approval approval) {
        return revision.activity().approvals().stream()
                .filter(approval::saysTheSameAs)
                .findFirst()
                .orElseThrow();
    }
}
