package cme.chassis.http;

import cme.chassis.ChassisConfig;
import cme.chassis.problem.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Limits the number of requests in work. Further requests would queue for the database, hold their
/// bodies in memory and be answered after their callers have given up. They are refused at once
/// with 503 and Retry-After, so that the service recovers as soon as the load is gone. A request
/// whose body takes too long to arrive is refused with 408.
@Singleton
public class Admission {

    /// Runs before authentication and before the body is read, both of which are expensive.
    static final int BEFORE_EVERYTHING = 1_000;

    private static final String PLACE = Admission.class.getName();

    private final int limit;
    private final long maxBody;
    private final long maxBodyMillis;
    private final ObjectMapper json;
    private final AtomicInteger inWork = new AtomicInteger();
    private final AtomicLong refused = new AtomicLong();

    Admission(ChassisConfig config, ObjectMapper json) {
        this.limit = config.maxRequestsInWork();
        this.maxBody = config.maxBody().asLongValue();
        this.maxBodyMillis = config.maxBodyTime().toMillis();
        this.json = json;
    }

    void guard(@Observes Filters filters) {
        filters.register(this::admit, BEFORE_EVERYTHING);
    }

    /// The number of requests that were admitted and are not answered yet.
    public int inWork() {
        return inWork.get();
    }

    /// The number of requests that were refused as too many since the service started.
    public long refused() {
        return refused.get();
    }

    /// Waits for something on behalf of a request without counting it as in work meanwhile.
    ///
    /// @param wait blocks the thread; the request holds no connection to the database then
    public void pauseWhile(RoutingContext request, Runnable wait) {
        Place place = request.get(PLACE);
        place.leave();
        try {
            wait.run();
        } finally {
            place.comeBack();
        }
    }

    private void admit(RoutingContext request) {
        if (isTooLarge(request.request().getHeader("Content-Length"))) {
            refuse(request, Problem.tooLarge(maxBody));
        } else if (!WellFormedUrl.is(request.request().uri())) {
            refuse(request, Problem.unreadable(WellFormedUrl.EXPECTED));
        } else if (inWork.incrementAndGet() > limit) {
            inWork.decrementAndGet();
            refused.incrementAndGet();
            refuse(request, overloaded());
        } else {
            var place = new Place(inWork);
            request.put(PLACE, place);
            onEnd(request, place::end);
            boundArrival(request);
            request.next();
        }
    }

    /// Limits the time a body takes to arrive. The time-outs of the server restart with every byte.
    private void boundArrival(RoutingContext request) {
        HttpMethod method = request.request().method();
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
            return;
        }
        long timer = request.vertx().setTimer(maxBodyMillis, _ -> endUnlessArrived(request));
        onEnd(request, () -> request.vertx().cancelTimer(timer));
    }

    /// Runs the effect once, when the answer is complete or the caller has gone. Both handlers are
    /// needed: the first is not called when the caller goes, and the server replaces the second
    /// when it refuses a body.
    private static void onEnd(RoutingContext request, Runnable effect) {
        var ended = new AtomicBoolean();
        Runnable once =
                () -> {
                    if (ended.compareAndSet(false, true)) {
                        effect.run();
                    }
                };
        request.addBodyEndHandler(_ -> once.run());
        request.addEndHandler(_ -> once.run());
    }

    private void endUnlessArrived(RoutingContext request) {
        if (!request.request().isEnded() && !request.response().headWritten()) {
            refuse(request, Problem.bodyTooSlow());
            request.request().connection().close();
        }
    }

    private boolean isTooLarge(@Nullable String declared) {
        // The HTTP server itself refuses a length that is not a number. Lengths of fewer than seven
        // digits are within any limit.
        return declared != null
                && declared.matches("[0-9]{7,18}")
                && Long.parseLong(declared) > maxBody;
    }

    /// The place of one request among those in work.
    private static final class Place {

        private final AtomicInteger inWork;
        private boolean taken = true;
        private boolean ended;

        Place(AtomicInteger inWork) {
            this.inWork = inWork;
        }

        synchronized void leave() {
            if (taken) {
                taken = false;
                inWork.decrementAndGet();
            }
        }

        /// The limit does not apply here, because the request was admitted before.
        synchronized void comeBack() {
            if (!taken && !ended) {
                taken = true;
                inWork.incrementAndGet();
            }
        }

        synchronized void end() {
            ended = true;
            leave();
        }
    }

    private static Problem overloaded() {
        return Problem.of(
                503,
                "overloaded",
                "Too many requests at once",
                "Nothing was done. Try again in a moment.");
    }

    private void refuse(RoutingContext request, Problem problem) {
        HttpServerResponse response = request.response();
        response.setStatusCode(problem.status()).putHeader("Content-Type", Problem.MEDIA_TYPE);
        if (problem.status() == 503) {
            response.putHeader("Retry-After", "1");
        } else {
            // The rest of the body is not read.
            response.putHeader("Connection", "close");
        }
        try {
            response.end(json.writeValueAsString(problem.identified()));
        } catch (JsonProcessingException e) {
            request.fail(e);
        }
    }
}
