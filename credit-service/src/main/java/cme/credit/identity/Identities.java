package cme.credit.identity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import jakarta.inject.Singleton;

import java.util.List;

/// The diplomates that this service knows, by number.
@Singleton
class Identities implements PanacheRepositoryBase<Identity, String> {
    /// The diplomate who remains and everyone who was merged into this one.
    List<Identity> ofPerson(String remaining) {
        return list("diplomateId = ?1 or mergedInto = ?1", remaining);
    }
}
