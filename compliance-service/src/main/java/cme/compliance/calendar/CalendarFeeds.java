package cme.compliance.calendar;

import cme.compliance.rules.DiplomateId;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import jakarta.inject.Singleton;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The calendar feeds of diplomates.
@Singleton
class CalendarFeeds implements PanacheRepositoryBase<CalendarFeed, UUID> {

    List<CalendarFeed> activeOf(DiplomateId diplomate) {
        return list(
                "diplomateId = ?1 and revokedAt is null order by createdAt, id", diplomate.value());
    }

    Optional<CalendarFeed> activeWith(FeedSecret secret) {
        return find("secretHash = ?1 and revokedAt is null", secret.hash()).firstResultOptional();
    }
}
