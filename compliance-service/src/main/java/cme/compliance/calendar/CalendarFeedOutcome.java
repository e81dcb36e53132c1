package cme.compliance.calendar;

import cme.chassis.http.ETag;

/// The result of a request to add or revoke a calendar feed.
sealed interface CalendarFeedOutcome {

    record Added(CalendarFeedView feed, FeedSecret secret) implements CalendarFeedOutcome {}

    /// @param most the number of feeds that a diplomate may have
    record TooMany(int most) implements CalendarFeedOutcome {}

    /// It is revoked now, or was already.
    record Revoked() implements CalendarFeedOutcome {}

    record Stale(ETag current) implements CalendarFeedOutcome {}
}
