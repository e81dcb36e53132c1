package cme.chassis.webhook;

import cme.chassis.http.Caller;
import cme.chassis.http.Cursor;
import cme.chassis.http.Deletion;
import cme.chassis.http.ETag;
import cme.chassis.http.IfMatch;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.NoSuchResource;
import cme.chassis.problem.Problem;
import cme.chassis.webhook.WebhookDeliveries.Listed;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The resource of webhooks. A service extends it, names path and roles, says whose webhooks the
/// caller keeps, and overrides every operation, because the roles of a class do not apply to
/// operations that it inherits.
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = WebhookOperations.TAG, description = "Being told of changes at an own address")
public abstract class WebhookOperations {

    public static final String TAG = "Webhooks";

    private static final String NAME = "/{name: [A-Za-z0-9][A-Za-z0-9._-]{0,63}}";
    private static final String NUMBER = "[0-9]{1,18}";

    private final WebhookService service;
    private final Caller caller;

    protected WebhookOperations(WebhookService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    /// The owner of the webhooks that the caller keeps; [WebhookAudiences] knows what that owner is
    /// told.
    protected abstract String owner();

    @GET
    @Operation(operationId = "listWebhooks", summary = "List the caller's webhooks by name")
    public Page<WebhookView> list(@Context UriInfo uri) {
        Fields query = Fields.ofQuery(uri);
        PageRequest page = PageRequest.read(query, 1);
        query.complete();
        String after = page.after() == null ? "" : page.after().part(0);
        return Page.of(
                service.list(owner(), after, page.rowsToFetch()),
                page,
                webhook -> Cursor.of(webhook.name()));
    }

    @GET
    @Path(NAME)
    @Operation(operationId = "getWebhook", summary = "One webhook, without its secret")
    @APIResponse(
            responseCode = "200",
            description = "The webhook",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response get(@PathParam("name") String name, @Context HttpHeaders headers) {
        WebhookView webhook = service.find(owner(), name).orElseThrow(WebhookOperations::missing);
        return ETag.of(webhook.revision()).answer(headers, webhook);
    }

    @PUT
    @Path(NAME)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putWebhook",
            summary = "Add or change a webhook",
            description =
                    "Events are posted to `url` as CloudEvents in JSON, signed as Standard Webhooks"
                            + " says (`webhook-id`, `webhook-timestamp`, `webhook-signature`). A new"
                            + " webhook is told of what comes from now on. Any 2xx accepts an event;"
                            + " otherwise it is sent again for three days, then the webhook is"
                            + " disabled; 410 disables it at once. Putting it again enables it, and"
                            + " it goes on where it was. An event may come more than once, with the"
                            + " same `webhook-id`; the events of one subject come in order.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = WebhookRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "It is changed, or was so already",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "201", description = "It is new; this answer shows its secret")
    @APIResponse(responseCode = "409", description = "The caller has too many webhooks")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    @APIResponse(responseCode = "428", description = "It exists and If-Match is missing")
    public Response put(
            @PathParam("name") String name, JsonBody body, @Context HttpHeaders headers) {
        WebhookRequest request = service.read(body);
        IfMatch ifMatch = IfMatch.in(headers);
        return answer(service.put(owner(), name, request, ifMatch, caller.subject()), ifMatch);
    }

    @DELETE
    @Path(NAME)
    @Operation(
            operationId = "deleteWebhook",
            summary = "Remove a webhook",
            description =
                    "What waits for it is not sent. It is harmless to repeat. A webhook is a setting of"
                            + " its owner's: If-Match and a reason are honoured when they are sent.")
    @Parameter(
            name = "reason",
            in = ParameterIn.QUERY,
            description = "Why it is removed",
            example = "The receiver was replaced",
            schema = @Schema(implementation = String.class, maxLength = Deletion.MAX_REASON))
    @APIResponse(responseCode = "204", description = "There is no such webhook any more")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    public Response delete(
            @PathParam("name") String name, @Context UriInfo uri, @Context HttpHeaders headers) {
        IfMatch ifMatch = IfMatch.in(headers).optional();
        Fields query = Fields.ofQuery(uri);
        String reason = query.text("reason", Deletion.MAX_REASON);
        query.complete();
        return service.delete(owner(), name, ifMatch, reason, caller.subject())
                .map(stale -> answer(stale, ifMatch))
                .orElseGet(() -> Response.noContent().build());
    }

    @POST
    @Path(NAME + "/test")
    @Operation(
            operationId = "testWebhook",
            summary = "Send a test event",
            description =
                    "An event of the type `cme.webhook.test` without data. The deliveries show what"
                            + " came of it.")
    @APIResponse(
            responseCode = "202",
            description = "It is being sent",
            content = @Content(schema = @Schema(implementation = WebhookDelivery.class)))
    @APIResponse(responseCode = "409", description = "The webhook is disabled")
    public Response test(@PathParam("name") String name) {
        return sending(service.test(owner(), name));
    }

    @POST
    @Path(NAME + "/secret")
    @Operation(
            operationId = "changeWebhookSecret",
            summary = "Change the secret",
            description =
                    "The answer shows the new secret. For a day events are signed with both, so that"
                            + " the receiver can change over.")
    @APIResponse(
            responseCode = "200",
            description = "The webhook with its new secret",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response changeSecret(@PathParam("name") String name) {
        return service.changeSecret(owner(), name, caller.subject())
                .map(webhook -> Response.ok(webhook).build())
                .orElseThrow(WebhookOperations::missing);
    }

    @GET
    @Path(NAME + "/deliveries")
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "List deliveries, the newest first",
            description = "The last ones; older ones that were delivered are forgotten.")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "All by default",
            schema = @Schema(implementation = WebhookDelivery.State.class))
    public Page<WebhookDelivery> deliveries(@PathParam("name") String name, @Context UriInfo uri) {
        Fields query = Fields.ofQuery(uri);
        WebhookDelivery.State state = query.oneOf("state", WebhookDelivery.State.class);
        PageRequest page = PageRequest.read(query, 1, cursor -> cursor.part(0).matches(NUMBER));
        query.complete();
        long before = page.after() == null ? Long.MAX_VALUE : Long.parseLong(page.after().part(0));
        List<Listed> rows =
                service.deliveries(owner(), name, before, state, page.rowsToFetch())
                        .orElseThrow(WebhookOperations::missing);
        return Page.of(rows, page, row -> Cursor.of(Long.toString(row.number())))
                .map(Listed::delivery);
    }

    @POST
    @Path(NAME + "/deliveries/{id: [0-9a-fA-F-]{36}}/resend")
    @Operation(
            operationId = "resendWebhookDelivery",
            summary = "Send an event again",
            description = "At once, with the same `webhook-id`.")
    @APIResponse(
            responseCode = "202",
            description = "It is being sent",
            content = @Content(schema = @Schema(implementation = WebhookDelivery.class)))
    @APIResponse(responseCode = "409", description = "The webhook is disabled")
    public Response resend(@PathParam("name") String name, @PathParam("id") UUID id) {
        return sending(service.resend(owner(), name, id));
    }

    private static Response sending(Optional<WebhookOutcome> outcome) {
        return answer(
                outcome.orElseThrow(
                        () -> new NoSuchResource("There is no such webhook or delivery.")),
                IfMatch.ANY);
    }

    private static Response answer(WebhookOutcome outcome, IfMatch ifMatch) {
        return switch (outcome) {
            case WebhookOutcome.Created(WebhookView webhook) -> answer(201, webhook);
            case WebhookOutcome.Kept(WebhookView webhook) -> answer(200, webhook);
            case WebhookOutcome.Stale(ETag current) -> ifMatch.refusal(current).response();
            case WebhookOutcome.TooMany(int limit) ->
                    Problem.conflict(
                                    "too-many-webhooks",
                                    "At most %d webhooks: remove one first.".formatted(limit))
                            .response();
            case WebhookOutcome.Sending(WebhookDelivery delivery) ->
                    Response.accepted(delivery).build();
            case WebhookOutcome.Disabled _ ->
                    Problem.conflict(
                                    "webhook-disabled",
                                    "The webhook is disabled: put it again, then it is sent to.")
                            .response();
        };
    }

    private static Response answer(int status, WebhookView webhook) {
        return Response.status(status)
                .entity(webhook)
                .header(HttpHeaders.ETAG, ETag.of(webhook.revision()).header())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static NoSuchResource missing() {
        return new NoSuchResource("There is no such webhook.");
    }
}
