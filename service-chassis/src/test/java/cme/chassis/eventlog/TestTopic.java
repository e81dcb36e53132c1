package cme.chassis.eventlog;

import jakarta.enterprise.inject.Produces;

import java.util.Set;

final class TestTopic {

    static final String NAME = "test.counters.v1";

    @Produces
    PublishedTopic topic() {
        return new PublishedTopic(NAME, Set.of(TestEvents.TYPE));
    }
}
