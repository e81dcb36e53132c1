package cme.chassis.guide;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// Serves two pages of the documentation beside Swagger UI: the guide at `/q/guide`, and the list
/// of problems at `/q/problems`. The last part of the type of a problem leads to its entry:
/// `/q/problems/not-found`.
@Singleton
class GuidePages {

    private static final String GUIDE = "/q/guide";
    private static final String PROBLEMS = "/q/problems";

    private final String guide = MarkdownPage.html("api.md");
    private final String problems = MarkdownPage.html("problems.md");

    void serve(@Observes Router router) {
        router.get(GUIDE).handler(request -> page(request, guide));
        router.get(PROBLEMS).handler(request -> page(request, problems));
        router.getWithRegex(PROBLEMS + "/(?<slug>[a-z-]{1,60})").handler(GuidePages::entry);
    }

    private static void page(RoutingContext request, String html) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=UTF-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .putHeader("Content-Security-Policy", MarkdownPage.POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(html);
    }

    private static void entry(RoutingContext request) {
        request.response()
                .setStatusCode(302)
                .putHeader(HttpHeaders.LOCATION, PROBLEMS + "#" + request.pathParam("slug"))
                .end();
    }
}
