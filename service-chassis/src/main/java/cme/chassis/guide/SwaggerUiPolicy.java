package cme.chassis.guide;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// What a browser may do for Swagger UI: run its own files and the two scripts that Quarkus writes
/// into the page, and ask this service. A text of the API that reached the page as HTML would run
/// nothing.
@Singleton
class SwaggerUiPolicy {

    /// The hashes change when Quarkus changes its page: the test of the page prints the new ones.
    private static final String POLICY =
            "default-src 'none'; script-src 'self'"
                    + " 'sha256-84QDmy/AS+N2eQB6/34srzSWISXFKUPE3FG3SiuTteU='"
                    + " 'sha256-xUBOgH5FRtr24e8oShM75tIJfUoY9ryp0ofU/5e+H7I=';"
                    + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    void serve(@Observes Router router) {
        router.route("/q/swagger-ui*").order(Integer.MIN_VALUE).handler(SwaggerUiPolicy::restrict);
    }

    private static void restrict(RoutingContext request) {
        request.response().putHeader("Content-Security-Policy", POLICY);
        request.next();
    }
}
