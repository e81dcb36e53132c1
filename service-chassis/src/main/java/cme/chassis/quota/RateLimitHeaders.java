package cme.chassis.quota;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Tells callers what is left of their quotas, with every answer that drew on one and either
/// succeeds or is refused for it.
public class RateLimitHeaders {

    private final RateLimits limits;

    RateLimitHeaders(RateLimits limits) {
        this.limits = limits;
    }

    @ServerExceptionMapper
    public Response exceeded(QuotaExceeded refused) {
        limits.add(refused.state());
        return refused.response();
    }

    @ServerResponseFilter
    public void add(ContainerResponseContext answer) {
        boolean told = answer.getStatus() < 300 || answer.getStatus() == 429;
        if (told && !limits.isEmpty()) {
            answer.getHeaders().putSingle("RateLimit-Policy", limits.policies());
            answer.getHeaders().putSingle("RateLimit", limits.limits());
        }
    }
}
