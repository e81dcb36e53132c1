package cme.catalog.activity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import jakarta.inject.Singleton;

/// The rows of activities that are edited one at a time.
@Singleton
class ActivityRecords implements PanacheRepositoryBase<ActivityRecord, String> {}
