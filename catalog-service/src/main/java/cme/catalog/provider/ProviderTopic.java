package cme.catalog.provider;

import cme.chassis.eventlog.PublishedTopic;

import java.util.Map;

/// The Kafka topic of providers, from which other services learn whom a token may speak for
/// (contract: `events/provider.schema.json`).
public final class ProviderTopic {

    static final String CHANGED = "cme.catalog.provider.changed";

    private static final String NAME = "catalog.providers.v1";
    private static final String SCHEMA =
            "https://contracts.cme.example/catalog/v1/provider.schema.json";

    private ProviderTopic() {}

    public static PublishedTopic topic() {
        return new PublishedTopic(NAME, Map.of(CHANGED, SCHEMA));
    }
}
