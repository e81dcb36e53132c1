package cme.catalog.editing;

import cme.catalog.activity.Approval;
import cme.catalog.reading.OpenAnswers;
import cme.catalog.register.Activities;
import cme.catalog.register.ApprovalView;
import cme.catalog.register.Entry;
import cme.chassis.http.Caller;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.NoSuchResource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
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

/// `/v1/activities/{code}/approvals`: what the board approves an activity for.
@Path("/v1/activities/{code}/approvals")
@Tag(name = "Approvals", description = "The board's word on an activity, by purpose and span")
@RunOnVirtualThread
public class ApprovalResource {

    private final Jdbi jdbi;
    private final Activities activities;
    private final ApprovalEditing editing;
    private final OpenAnswers answers;
    private final Caller caller;

    ApprovalResource(
            Jdbi jdbi,
            Activities activities,
            ApprovalEditing editing,
            OpenAnswers answers,
            Caller caller) {
        this.jdbi = jdbi;
        this.activities = activities;
        this.editing = editing;
        this.answers = answers;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Editor.BOARD)
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
                            schema = @Schema(implementation = ApprovalBody.class),
                            examples = {
                                @ExampleObject(name = "Tracer", value = ApprovalBody.TRACER),
                                @ExampleObject(name = "Patient safety", value = ApprovalBody.SAFETY)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "It is approved now",
            content = @Content(schema = @Schema(implementation = ApprovalAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was approved so already",
            content = @Content(schema = @Schema(implementation = ApprovalAnswer.class)))
    @APIResponse(responseCode = "404", description = "There is no such activity")
    @APIResponse(
            responseCode = "409",
            description = "Not possible (`approval-after-retirement`, `too-many-approvals`)")
    @APIResponse(responseCode = "412", description = "If-Match was sent and is stale")
    public Response approve(
            @PathParam("code") String code,
            JsonBody body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        var request = ApprovalRequest.read(body, UUID.randomUUID());
        var outcome = editing.approve(board(), Paths.existing(code), request, Seen.in(headers));
        return Answers.of(
                outcome,
                (_, entry) -> {
                    var approval = same(entry, request.approval());
                    boolean isNew = outcome instanceof Outcome.Changed;
                    return Answers.answer(isNew ? 201 : 200, entry)
                            .location(
                                    uri.getAbsolutePathBuilder()
                                            .path(approval.id().toString())
                                            .build())
                            .entity(ApprovalAnswer.of(entry, approval))
                            .build();
                });
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "getApproval", summary = "One approval")
    @APIResponse(responseCode = "404", description = "There is no such approval")
    public RestResponse<ApprovalView> get(
            @PathParam("code") String code,
            @PathParam("id") String id,
            @Context HttpHeaders headers) {
        var entry =
                jdbi.withHandle(handle -> activities.find(handle, Paths.existing(code)))
                        .orElseThrow(Paths::noActivity);
        var asked = Paths.approval(id);
        return entry.activity().approvals().stream()
                .filter(approval -> approval.id().equals(asked))
                .map(found -> answers.single(headers, entry.revision(), ApprovalView.of(found)))
                .findFirst()
                .orElseThrow(() -> new NoSuchResource("There is no such approval."));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Editor.BOARD)
    @Operation(
            operationId = "changeApproval",
            summary = "End, extend or correct an approval",
            description = "If-Match names the revision of the activity that was seen.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ApprovalBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "It is so now, or was so already",
            content = @Content(schema = @Schema(implementation = ApprovalAnswer.class)))
    @APIResponse(responseCode = "404", description = "There is no such activity or approval")
    @APIResponse(
            responseCode = "409",
            description = "Not possible (`approval-after-retirement`, `approval-exists`)")
    @APIResponse(responseCode = "412", description = "The activity was changed since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(
            @PathParam("code") String code,
            @PathParam("id") String id,
            JsonBody body,
            @Context HttpHeaders headers) {
        var request = ApprovalRequest.read(body, Paths.approval(id));
        var outcome = editing.change(board(), Paths.existing(code), request, Seen.in(headers));
        return Answers.of(
                outcome,
                (status, entry) ->
                        Answers.answer(status, entry)
                                .entity(ApprovalAnswer.of(entry, request.approval()))
                                .build());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Editor.BOARD)
    @Operation(
            operationId = "withdrawApproval",
            summary = "Withdraw an approval as if it had never been given",
            description =
                    "To end it on a day instead, put it with `until`. Without any approval the"
                            + " activity is PROPOSED again. The history keeps what was.")
    @Parameter(
            name = "reason",
            in = ParameterIn.QUERY,
            description = "Why; shown in the history",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "204", description = "It is withdrawn, now or before")
    @APIResponse(responseCode = "404", description = "There is no such activity or approval")
    @APIResponse(responseCode = "412", description = "If-Match was sent and is stale")
    public Response withdraw(
            @PathParam("code") String code,
            @PathParam("id") String id,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        var query = Fields.ofQuery(uri.getQueryParameters());
        var reason = query.text("reason", ActivityRequest.MAX_REASON);
        query.complete();
        return Answers.withoutContent(
                editing.withdraw(
                        board(),
                        Paths.existing(code),
                        Paths.approval(id),
                        reason,
                        Seen.in(headers)));
    }

    private Editor.Board board() {
        return new Editor.Board(caller.subject());
    }

    private static Approval same(Entry entry, Approval approval) {
        return entry.activity().approvals().stream()
                .filter(approval::saysTheSameAs)
                .findFirst()
                .orElseThrow();
    }
}
