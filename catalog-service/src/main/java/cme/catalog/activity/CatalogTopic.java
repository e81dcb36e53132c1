package cme.catalog.activity;

import cme.catalog.provider.ProviderTopic;
import cme.chassis.eventlog.PublishedTopic;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.util.List;

/// The topic from which other services build their copies; its contract is in `contract/`.
/// Providers go to a topic of their own, which is published together with it.
final class CatalogTopic {

    static final String NAME = "catalog.activities.v1";

    @Produces
    @Singleton
    PublishedTopic topic() {
        return new PublishedTopic(NAME, Occasion.eventSchemas(), List.of(ProviderTopic.topic()));
    }
}
