package cme.catalog.cap;

import cme.catalog.reference.ReferenceRecords;

import jakarta.inject.Singleton;

/// The cap groups, by code.
@Singleton
class CapGroups implements ReferenceRecords<CapGroup> {}
