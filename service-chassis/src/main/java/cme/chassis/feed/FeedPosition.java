package cme.chassis.feed;

import cme.chassis.http.Cursor;

import java.util.Optional;

/// A place in the feed of a topic: the sequence number of an entry of the log, and a mark by which
/// another entry with this number is noticed after a restore.
record FeedPosition(long seq, String mark) {

    static final FeedPosition BEGINNING = new FeedPosition(0, "");

    private static final String NUMBER = "[0-9]{1,18}";

    static Optional<FeedPosition> decode(String cursor, String topic) {
        Cursor decoded = Cursor.decode(cursor, topic, 2);
        return decoded != null && decoded.part(0).matches(NUMBER)
                ? Optional.of(new FeedPosition(Long.parseLong(decoded.part(0)), decoded.part(1)))
                : Optional.empty();
    }

    String encoded(String topic) {
        return Cursor.of(Long.toString(seq), mark).encoded(topic);
    }
}
