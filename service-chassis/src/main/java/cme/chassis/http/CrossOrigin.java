package cme.chassis.http;

import cme.chassis.ChassisConfig;
import cme.chassis.problem.RequestId;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.Set;

/// Lets web pages of other origins use the API (CORS): those of one setting, none by default. Pages
/// of any other origin get an answer without the headers, which their browser does not give them.
@Singleton
class CrossOrigin {

    private static final Set<HttpMethod> METHODS =
            Set.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE);

    private static final Set<String> SENT =
            Set.of(
                    "Accept",
                    "Authorization",
                    "Content-Encoding",
                    "Content-Type",
                    "If-Match",
                    "If-None-Match",
                    RequestId.HEADER);

    private static final Set<String> ANSWERED =
            Set.of(
                    "Allow",
                    "Content-Disposition",
                    "ETag",
                    "Link",
                    "Location",
                    "RateLimit",
                    "RateLimit-Policy",
                    "Retry-After",
                    RequestId.HEADER);

    private static final int PREFLIGHT_SECONDS = 3_600;

    private final List<String> origins;
    private final CorsHandler handler;

    CrossOrigin(ChassisConfig config) {
        this.origins = config.corsOrigins().orElse(List.of());
        this.handler =
                CorsHandler.create()
                        .addOrigins(origins)
                        .allowedMethods(METHODS)
                        .allowedHeaders(SENT)
                        .exposedHeaders(ANSWERED)
                        .maxAgeSeconds(PREFLIGHT_SECONDS);
    }

    void register(@Observes Filters filters) {
        if (!origins.isEmpty()) {
            filters.register(this::allow, AnswerHeaders.PRIORITY - 1);
        }
    }

    private void allow(RoutingContext request) {
        if (origins.contains(request.request().getHeader("Origin"))) {
            handler.handle(request);
        } else {
            request.next();
        }
    }
}
