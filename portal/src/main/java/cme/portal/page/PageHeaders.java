package cme.portal.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/// The headers of every answer: what a browser may load and where a form may lead, and that pages
/// stay in no cache.
@Singleton
class PageHeaders {
    static final int PRIORITY = 1000;
    static final String REQUEST_ID = "X-Request-Id";

    private static final Pattern KNOWN_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final String policy;

    PageHeaders(PortalConfig config) {
        this.policy =
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                        + " font-src 'self'; connect-src 'self'; form-action 'self'"
                        + config.signInAddress().map(PageHeaders::origin).orElse("")
                        + "; frame-ancestors 'none'; base-uri 'none'";
    }

    private static String origin(String address) {
        URI uri = URI.create(address);
        return " " + uri.getScheme() + "://" + uri.getRawAuthority();
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, PRIORITY);
    }

    private void add(RoutingContext context) {
        String id =
                Optional.ofNullable(context.request().getHeader(REQUEST_ID))
                        .filter(KNOWN_ID.asMatchPredicate())
                        .orElseGet(() -> UUID.randomUUID().toString());
        context.put(REQUEST_ID, id);
        MDC.put("requestId", id);
        context.addHeadersEndHandler(_ -> complete(context.response().headers(), id));
        context.next();
    }

    private void complete(MultiMap headers, String id) {
        headers.set(REQUEST_ID, id);
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (!headers.contains("Cache-Control")) {
            headers.set("Cache-Control", "no-store");
        }
    }
}
