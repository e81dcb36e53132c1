package cme.catalog.provider;

import cme.catalog.reference.ReferenceRows;
import cme.chassis.chain.CurrentRows;
import cme.chassis.chain.CurrentRows.Field;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.util.List;

/// The current providers must agree with the last revisions in the event log.
final class ProviderRows {

    @Produces
    @Singleton
    static CurrentRows rows() {
        return ReferenceRows.of(
                "provider",
                "cme.catalog.provider.changed",
                List.of(Field.of("name", "r.name"), Field.of("website", "r.website")));
    }
}
