package cme.chassis.webhook;

import java.time.Duration;
import java.util.Optional;

/// The result of one attempt to deliver an event.
sealed interface WebhookAnswer {

    /// The receiver has the event.
    record Accepted(int status) implements WebhookAnswer {}

    /// The receiver does not want to be told any more (410).
    record Gone() implements WebhookAnswer {}

    /// Any other status, also a redirect, which is not followed.
    ///
    /// @param retryAfter when the receiver wants to be called again, if it says so
    record Refused(int status, Optional<Duration> retryAfter) implements WebhookAnswer {}

    /// There was no answer.
    ///
    /// @param problem a few words without personal data
    record Unreachable(String problem) implements WebhookAnswer {}
}
