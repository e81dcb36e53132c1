package cme.chassis.http;

import cme.chassis.ChassisConfig;
import cme.chassis.problem.RequestId;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/// The headers of every answer, whether a resource gives it, the framework, or [Admission].
@Singleton
class AnswerHeaders {

    /// Before [Admission], whose refusals have the headers too.
    static final int PRIORITY = Admission.BEFORE_EVERYTHING + 10;

    static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
                    .withZone(ZoneOffset.UTC);

    /// Pages and files of the framework, which has its own rules for them.
    private static final String FRAMEWORK = "/q/";

    private final String varying;
    private final Clock clock;

    AnswerHeaders(ChassisConfig config, Clock clock) {
        this.clock = clock;
        this.varying =
                "Accept, Accept-Encoding, Authorization"
                        + (config.corsOrigins().isEmpty() ? "" : ", Origin");
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, PRIORITY);
    }

    private void add(RoutingContext request) {
        String id = RequestId.of(request.request().getHeader(RequestId.HEADER));
        RequestId.set(id);
        request.addHeadersEndHandler(_ -> complete(request, id));
        request.next();
    }

    private void complete(RoutingContext request, String id) {
        MultiMap headers = request.response().headers();
        headers.set(RequestId.HEADER, id);
        headers.set("Date", HTTP_DATE.format(clock.instant()));
        headers.set("X-Content-Type-Options", "nosniff");
        if (!request.normalizedPath().startsWith(FRAMEWORK)) {
            headers.set("Vary", varying(headers));
            if (!headers.contains("Cache-Control")) {
                headers.set("Cache-Control", caching(headers));
            }
        }
        Compression.decide(headers);
    }

    private String varying(MultiMap headers) {
        Set<String> names = new LinkedHashSet<>(headers.getAll("Vary"));
        names.addAll(Arrays.asList(varying.split(", ")));
        return String.join(", ", names);
    }

    /// An answer about which its resource says nothing may be personal. With an ETag the caller's
    /// own cache may keep it, and asks each time whether it is still right.
    private static String caching(MultiMap headers) {
        return headers.contains("ETag") ? "private, no-cache" : "no-store";
    }
}
