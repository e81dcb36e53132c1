package cme.portal.services;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.MDC;

/// In whose name services are asked, and of which request it is a part. A thread that works for a
/// request of a browser has no request scope of its own; it is told here.
///
/// @param token empty for a visitor who has not signed in
/// @param requestId by which the request is found in the logs of all services
public record Asking(Optional<String> token, String requestId) {

    /// The key of the log lines.
    private static final String REQUEST_ID = "requestId";

    private static final ScopedValue<Asking> BOUND = ScopedValue.newInstance();

    /// As it is bound to this thread, or else of the request that this thread answers.
    ///
    /// @param visitor is asked only if nothing is bound
    public static Asking current(AccessToken visitor) {
        return BOUND.isBound() ? BOUND.get() : new Asking(visitor.value(), currentRequest());
    }

    private static String currentRequest() {
        Object known = MDC.get(REQUEST_ID);
        return known == null ? UUID.randomUUID().toString() : known.toString();
    }

    /// Asks on this thread in this name; its log lines have the id of the request.
    public <T> T during(Supplier<T> question) {
        MDC.put(REQUEST_ID, requestId);
        try {
            return ScopedValue.where(BOUND, this).call(question::get);
        } finally {
            MDC.remove(REQUEST_ID);
        }
    }
}
