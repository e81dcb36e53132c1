package cme.credit.completion;

import cme.chassis.eventlog.PublishedTopic;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.util.Set;

/// The Kafka topic of completions and the events that it carries.
final class CompletionTopic {
    @Produces
    @Singleton
    PublishedTopic topic() {
        return new PublishedTopic(
                CompletionEvent.TOPIC,
                Set.of(
                        CompletionEvent.RECORDED,
                        CompletionEvent.CORRECTED,
                        CompletionEvent.WITHDRAWN));
    }
}
