package cme.chassis.webhook;

import cme.chassis.eventlog.Audience;

import jakarta.inject.Singleton;

@Singleton
class TestWebhookAudiences implements WebhookAudiences {

    @Override
    public Audience of(String owner) {
        return owner.equals("BOARD")
                ? Audience.ofEverything(owner)
                : new Audience(owner, "payload ->> 'provider' = :audience");
    }
}
