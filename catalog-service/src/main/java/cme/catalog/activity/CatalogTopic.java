package cme.catalog.activity;

import cme.chassis.eventlog.PublishedTopic;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// The topic from which other services build their copies; its contract is in `contract/`.
final class CatalogTopic {

    static final String NAME = "catalog.activities.v1";

    @Produces
    @Singleton
    PublishedTopic topic() {
        return new PublishedTopic(NAME, Occasion.eventSchemas());
    }
}
