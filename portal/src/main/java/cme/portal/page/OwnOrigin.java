package cme.portal.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import java.util.Set;

/// Refuses what a page of another site sends in the visitor's name: only requests of the portal's
/// own pages may change something.
@Singleton
class OwnOrigin {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final String SIGN_OUT = "/sign-out";

    void register(@Observes Filters filters) {
        filters.register(this::check, PageHeaders.PRIORITY - 10);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (READING.contains(request.method())) {
            // A link of another site must not sign anybody out.
            if (request.path().equals(SIGN_OUT)) {
                context.response().setStatusCode(303).putHeader("Location", "/").end();
            } else {
                context.next();
            }
        } else if (isOwn(request)) {
            context.next();
        } else {
            context.response()
                    .setStatusCode(403)
                    .putHeader("Content-Type", "text/plain; charset=utf-8")
                    .end(
                            "This was sent by a page of another site. Open the page here and send it again.");
        }
    }

    /// Browsers say by themselves where a request comes from; older ones name the origin at least.
    private static boolean isOwn(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        return origin != null && origin.equals(request.scheme() + "://" + request.authority());
    }
}
