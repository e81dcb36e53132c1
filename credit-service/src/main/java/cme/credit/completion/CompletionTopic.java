package cme.credit.completion;

import cme.chassis.eventlog.PublishedTopic;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.util.Set;

/// Which of the logged events go to Kafka.
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
