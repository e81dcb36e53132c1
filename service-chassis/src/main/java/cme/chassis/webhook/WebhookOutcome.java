package cme.chassis.webhook;

import cme.chassis.http.ETag;

/// The outcome of a request about a webhook.
sealed interface WebhookOutcome {

    /// @param webhook with its secret
    record Created(WebhookView webhook) implements WebhookOutcome {}

    record Kept(WebhookView webhook) implements WebhookOutcome {}

    record Stale(ETag current) implements WebhookOutcome {}

    /// @param limit of webhooks of one owner
    record TooMany(int limit) implements WebhookOutcome {}

    /// The delivery waits to be sent.
    record Sending(WebhookDelivery delivery) implements WebhookOutcome {}

    record Disabled() implements WebhookOutcome {}
}
