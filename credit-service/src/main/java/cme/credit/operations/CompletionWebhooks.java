package cme.credit.operations;

import cme.chassis.eventlog.Audience;
import cme.chassis.webhook.WebhookAudiences;
import cme.credit.access.Poster;
import cme.credit.completion.CompletionAudience;

import jakarta.inject.Singleton;

/// The owner of a webhook is a poster, who is told what the feed tells.
@Singleton
class CompletionWebhooks implements WebhookAudiences {

    @Override
    public Audience of(String owner) {
        return CompletionAudience.of(Poster.ofKey(owner));
    }
}
