package cme.chassis.webhook;

import cme.chassis.http.Caller;
import cme.chassis.http.Page;
import cme.chassis.json.JsonBody;
import cme.chassis.quota.Limited;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import java.util.UUID;

/// The webhooks of the tests.
@Path("/v1/test-webhooks")
@RolesAllowed({"society", "board"})
public class TestWebhookResource extends WebhookOperations {

    private final Caller caller;

    TestWebhookResource(WebhookService service, Caller caller) {
        super(service, caller);
        this.caller = caller;
    }

    @Override
    protected String owner() {
        return caller.is("board") ? "BOARD" : caller.claim("provider").orElseThrow();
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
