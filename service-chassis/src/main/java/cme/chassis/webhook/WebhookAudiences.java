package cme.chassis.webhook;

import cme.chassis.eventlog.Audience;

/// Decides what the owner of a webhook is told. A service with webhooks has one bean of this type;
/// without it nothing is sent.
public interface WebhookAudiences {

    /// @param owner as the resource of the webhooks names it
    Audience of(String owner);
}
