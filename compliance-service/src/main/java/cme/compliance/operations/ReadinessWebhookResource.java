package cme.compliance.operations;

import cme.chassis.http.Caller;
import cme.chassis.http.Page;
import cme.chassis.json.JsonBody;
import cme.chassis.quota.Limited;
import cme.chassis.webhook.WebhookDelivery;
import cme.chassis.webhook.WebhookOperations;
import cme.chassis.webhook.WebhookService;
import cme.chassis.webhook.WebhookView;
import cme.compliance.access.Roles;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import java.util.UUID;

/// Webhooks that are told of readiness. They are the board's, as the feed is.
@Path("/v1/readiness-webhooks")
@RolesAllowed(Roles.BOARD)
public class ReadinessWebhookResource extends WebhookOperations {

    ReadinessWebhookResource(WebhookService service, Caller caller) {
        super(service, caller);
    }

    @Override
    protected String owner() {
        return ReadinessWebhooks.OWNER;
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
