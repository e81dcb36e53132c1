package cme.test.access;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines that a service of this JVM writes into its access record while this is open.
public final class AccessRecord extends Handler implements AutoCloseable {

    private static final Pattern REQUEST = Pattern.compile("\"requestId\":\"([^\"]+)\"");

    private final Logger logger = Logger.getLogger("cme.access");
    private final Map<String, String> lines = new ConcurrentHashMap<>();

    private AccessRecord() {}

    public static AccessRecord open() {
        var record = new AccessRecord();
        record.logger.addHandler(record);
        return record;
    }

    /// The line about the request with this `X-Request-Id`.
    public Optional<String> of(String requestId) {
        return Optional.ofNullable(lines.get(requestId));
    }

    @Override
    public void publish(LogRecord entry) {
        Matcher request = REQUEST.matcher(entry.getMessage());
        if (request.find()) {
            lines.put(request.group(1), entry.getMessage());
        }
    }

    @Override
    public void flush() {
        // The record has no buffer.
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
