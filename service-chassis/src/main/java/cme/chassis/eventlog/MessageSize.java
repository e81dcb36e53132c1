package cme.chassis.eventlog;

import java.nio.charset.StandardCharsets;

/// The largest size that the Kafka message of an event can have.
final class MessageSize {

    /// Covers the names and the other values of the headers, and the frame of a batch with one
    /// record. Together they have less than 800 bytes.
    static final int FRAME_BYTES = 1_000;

    private static final int BYTES_PER_CHAR = 3;

    private MessageSize() {}

    /// @return an upper bound in bytes
    static long bound(NewEvent event) {
        // The key is also a header.
        return stored(event.payload()) + 2 * utf8(event.key()) + utf8(event.type()) + FRAME_BYTES;
    }

    /// True when the event is certainly within the limit, judged without reading the payload.
    static boolean isSurelyWithin(NewEvent event, long limitBytes) {
        long chars = event.payload().length() + 2L * event.key().length() + event.type().length();
        return (BYTES_PER_CHAR + 1) * chars + FRAME_BYTES <= limitBytes;
    }

    /// The database writes a space after each comma and colon that is not part of a text.
    private static long stored(String json) {
        return utf8(json) + json.chars().filter(c -> c == ',' || c == ':').count();
    }

    private static long utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
