package cme.chassis.problem;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/// The id by which one request is found again: in its answer, in its problem and in every line that
/// it logs.
public final class RequestId {

    public static final String HEADER = "X-Request-Id";

    /// The key of the log lines.
    private static final String KEY = "requestId";

    private static final Pattern TOKEN = Pattern.compile("[0-9A-Za-z._-]{1,64}");

    private RequestId() {}

    /// The id that the caller sent, or a new one where it is missing, long or has other characters
    /// than those of a token, which would be a way into the log.
    public static String of(@Nullable String sent) {
        return sent != null && TOKEN.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
    }

    /// Makes it the id of the request in work.
    public static void set(String id) {
        MDC.put(KEY, id);
    }

    /// The id of the request in work; empty outside of requests.
    public static Optional<String> current() {
        return Optional.ofNullable((String) MDC.get(KEY));
    }
}
