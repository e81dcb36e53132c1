package cme.compliance.operations;

import cme.chassis.eventlog.Audience;
import cme.chassis.webhook.WebhookAudiences;

import jakarta.inject.Singleton;

/// The board owns every webhook here and is told of everybody's readiness.
@Singleton
class ReadinessWebhooks implements WebhookAudiences {

    static final String OWNER = "BOARD";

    @Override
    public Audience of(String owner) {
        return Audience.ofEverything(owner);
    }
}
