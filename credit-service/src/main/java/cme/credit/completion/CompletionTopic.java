package cme.credit.completion;

import cme.chassis.eventlog.PublishedTopic;
import cme.credit.identity.IdentityTopic;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.Map;

/// The Kafka topic of completions and the events that it carries. Merges of diplomates go to a
/// topic of their own, which is published together with it.
final class CompletionTopic {
    private static final String SCHEMA =
            "https://contracts.cme.example/credit/v1/completion.schema.json";

    @Produces
    @Singleton
    PublishedTopic topic() {
        return new PublishedTopic(
                CompletionEvent.TOPIC,
                Map.of(
                        CompletionEvent.RECORDED, SCHEMA,
                        CompletionEvent.CORRECTED, SCHEMA,
                        CompletionEvent.WITHDRAWN, SCHEMA),
                List.of(IdentityTopic.topic()));
    }
}
