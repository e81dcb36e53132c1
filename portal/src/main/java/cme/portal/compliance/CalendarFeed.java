package cme.portal.compliance;

import java.time.Instant;

/// An address that calendars subscribe to; the address itself is shown once.
///
/// @param revision Also the ETag
public record CalendarFeed(String id, int revision, Instant createdAt, String createdBy) {
    /// A new one, with its address.
    ///
    /// @param revision Also the ETag
    /// @param address Subscribe to it in a calendar program. Anybody who has it can read the
    ///   deadlines. It is shown this once
    public record Added(
            String id, int revision, Instant createdAt, String createdBy, String address) {}
}
