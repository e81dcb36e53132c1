package cme.credit.activity;

/// The part of the catalog's record of a provider that is needed here (contract:
/// `catalog.providers.v1`).
///
/// @param revision of the catalog's record
record Provider(String code, long revision) {

    /// @throws IllegalArgumentException when an event lacks a field that every provider has
    Provider {
        if (code == null || revision < 1) {
            throw new IllegalArgumentException("code and revision are needed");
        }
    }
}
