package cme.chassis.feed;

import cme.chassis.http.Cursor;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;

import java.time.Duration;
import java.util.Optional;

/// The part of a feed that a caller requests.
///
/// @param after empty for what comes next
/// @param limit the largest number of events
/// @param patience the longest time to wait for the first event
record FeedRequest(Optional<FeedPosition> after, int limit, Duration patience) {

    static final int MAX_WAIT_SECONDS = 30;
    static final String LATEST = "latest";

    /// @throws cme.chassis.problem.InvalidRequest with all violations when there are any
    static FeedRequest read(Fields query, String topic) {
        Optional<FeedPosition> after = after(query, topic);
        Integer limit = query.integer("limit", 1, PageRequest.MAX_LIMIT);
        Integer wait = query.integer("wait", 0, MAX_WAIT_SECONDS);
        query.complete();
        return new FeedRequest(
                after,
                limit == null ? PageRequest.DEFAULT_LIMIT : limit,
                Duration.ofSeconds(wait == null ? 0 : wait));
    }

    private static Optional<FeedPosition> after(Fields query, String topic) {
        String text = query.text("after", Cursor.MAX_LENGTH);
        if (text == null) {
            return Optional.of(FeedPosition.BEGINNING);
        }
        if (text.equals(LATEST)) {
            return Optional.empty();
        }
        Optional<FeedPosition> position = FeedPosition.decode(text, topic);
        if (position.isEmpty()) {
            query.violation("after", ChangeFeed.UNKNOWN, ChangeFeed.UNKNOWN_DETAIL);
        }
        return position;
    }
}
