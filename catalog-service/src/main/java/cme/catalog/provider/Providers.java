package cme.catalog.provider;

import cme.catalog.reference.ReferenceRecords;

import jakarta.inject.Singleton;

/// The providers, by code.
@Singleton
class Providers implements ReferenceRecords<Provider> {}
