package cme.chassis.admission;

import cme.chassis.ChassisConfig;
import cme.chassis.problem.Problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Bounds the requests in work. More would only queue for the database, hold their bodies in memory
/// and be answered after their callers have given up; so they get 503 and a Retry-After at once,
/// and the service recovers the moment the load is gone.
@Singleton
public class Admission {

    /// Before authentication and reading of the body, both of which cost something.
    private static final int BEFORE_EVERYTHING = 1_000;

    private final int limit;
    private final MemorySize maxBody;
    private final ObjectMapper json;
    private final AtomicInteger inWork = new AtomicInteger();
    private final AtomicLong refused = new AtomicLong();

    Admission(
            ChassisConfig config,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBody,
            ObjectMapper json) {
        this.limit = config.maxRequestsInWork();
        this.maxBody = maxBody;
        this.json = json;
    }

    void guard(@Observes Filters filters) {
        filters.register(this::admit, BEFORE_EVERYTHING);
    }

    /// Requests that were admitted and are not answered yet.
    public int inWork() {
        return inWork.get();
    }

    /// Requests refused as too many since the service started.
    public long refused() {
        return refused.get();
    }

    private void admit(RoutingContext request) {
        if (isTooLarge(request.request().getHeader("Content-Length"))) {
            refuse(request, tooLarge());
        } else if (inWork.incrementAndGet() > limit) {
            inWork.decrementAndGet();
            refused.incrementAndGet();
            refuse(request, overloaded());
        } else {
            request.addEndHandler(_ -> inWork.decrementAndGet());
            request.next();
        }
    }

    private boolean isTooLarge(@Nullable String declared) {
        // A length that is no number is refused by the HTTP server itself; seven digits fit any
        // limit.
        return declared != null
                && declared.matches("[0-9]{7,18}")
                && Long.parseLong(declared) > maxBody.asLongValue();
    }

    private Problem tooLarge() {
        var limit = "At most %,d bytes are taken in one request.".formatted(maxBody.asLongValue());
        return Problem.of(413, "too-large", "Too large", limit);
    }

    private static Problem overloaded() {
        return Problem.of(
                503,
                "overloaded",
                "Too many requests at once",
                "Nothing was done. Try again in a moment.");
    }

    private void refuse(RoutingContext request, Problem problem) {
        var response = request.response();
        response.setStatusCode(problem.status()).putHeader("Content-Type", Problem.MEDIA_TYPE);
        if (problem.status() == 503) {
            response.putHeader("Retry-After", "1");
        } else {
            // What is still being sent is not read.
            response.putHeader("Connection", "close");
        }
        try {
            response.end(json.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            request.fail(e);
        }
    }
}
