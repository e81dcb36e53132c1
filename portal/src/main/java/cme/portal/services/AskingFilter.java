package cme.portal.services;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/// Sends the visitor's own token and the id of the request with every question.
@ApplicationScoped
public class AskingFilter implements ClientRequestFilter {
    static final String REQUEST_ID = "X-Request-Id";

    private final AccessToken visitor;

    AskingFilter(AccessToken visitor) {
        this.visitor = visitor;
    }

    @Override
    public void filter(ClientRequestContext question) {
        Asking asking = Asking.current(visitor);
        question.getHeaders().putSingle(REQUEST_ID, asking.requestId());
        asking.token()
                .ifPresent(
                        token ->
                                question.getHeaders()
                                        .putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token));
    }
}
