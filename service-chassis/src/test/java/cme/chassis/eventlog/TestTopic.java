package cme.chassis.eventlog;

import jakarta.enterprise.inject.Produces;

import java.util.Map;

final class TestTopic {

    static final String NAME = "test.counters.v1";
    static final String SCHEMA = "https://contracts.cme.example/test/v1/counter.schema.json";

    @Produces
    PublishedTopic topic() {
        return new PublishedTopic(NAME, Map.of(TestEvents.TYPE, SCHEMA));
    }
}
