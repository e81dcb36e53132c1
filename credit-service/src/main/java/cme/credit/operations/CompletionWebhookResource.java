package cme.credit.operations;

import cme.chassis.http.Caller;
import cme.chassis.http.Page;
import cme.chassis.json.JsonBody;
import cme.chassis.quota.Limited;
import cme.chassis.webhook.WebhookDelivery;
import cme.chassis.webhook.WebhookOperations;
import cme.chassis.webhook.WebhookService;
import cme.chassis.webhook.WebhookView;
import cme.credit.access.Access;
import cme.credit.access.Roles;

import io.quarkus.security.ForbiddenException;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import java.util.UUID;

/// Webhooks that are told of completions: a society of its own, the board of all.
@Path("/v1/completion-webhooks")
@RolesAllowed({Roles.BOARD, Roles.SOCIETY})
public class CompletionWebhookResource extends WebhookOperations {

    private final Access access;

    CompletionWebhookResource(WebhookService service, Caller caller, Access access) {
        super(service, caller);
        this.access = access;
    }

    @Override
    protected String owner() {
        return access.poster().orElseThrow(ForbiddenException::new).key();
    }

    @Override
    public Page<WebhookView> list(UriInfo uri) {
        return super.list(uri);
    }

    @Override
    public Response get(String name, HttpHeaders headers) {
        return super.get(name, headers);
    }

    @Override
    public Response put(String name, JsonBody body, HttpHeaders headers) {
        return super.put(name, body, headers);
    }

    @Override
    public Response delete(String name, UriInfo uri, HttpHeaders headers) {
        return super.delete(name, uri, headers);
    }

    @Override
    @Limited
    public Response test(String name) {
        return super.test(name);
    }

    @Override
    public Response changeSecret(String name) {
        return super.changeSecret(name);
    }

    @Override
    public Page<WebhookDelivery> deliveries(String name, UriInfo uri) {
        return super.deliveries(name, uri);
    }

    @Override
    public Response resend(String name, UUID id) {
        return super.resend(name, id);
    }
}
