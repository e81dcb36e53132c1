package cme.catalog.search;

import cme.catalog.register.Activities;
import cme.catalog.register.ActivityView;
import cme.catalog.search.Place.Tier;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Finds activities, first those found by title and code, then the others. A cursor is a place in
/// that order.
@Singleton
class ActivitySearch {

    private final Jdbi jdbi;
    private final Activities activities;

    ActivitySearch(Jdbi jdbi, Activities activities) {
        this.jdbi = jdbi;
        this.activities = activities;
    }

    Page<ActivityView> find(Criteria criteria, PageRequest asked) {
        return jdbi.withHandle(
                handle -> {
                    var page = Page.of(places(handle, criteria, asked), asked, Place::cursor);
                    var codes = page.items().stream().map(Place::code).toList();
                    var entries = activities.find(handle, codes);
                    return page.map(place -> ActivityView.of(entries.get(place.code())));
                });
    }

    private static List<Place> places(Handle handle, Criteria criteria, PageRequest asked) {
        var after = asked.after() == null ? null : Place.of(asked.after());
        var places = new ArrayList<Place>();
        if (after == null || after.tier() == Tier.TITLE) {
            places.addAll(tier(criteria, Tier.TITLE, after, asked.rowsToFetch()).read(handle));
        }
        int missing = asked.rowsToFetch() - places.size();
        if (criteria.words() != null && missing > 0) {
            var from = after == null || after.tier() == Tier.TITLE ? null : after;
            places.addAll(tier(criteria, Tier.ELSEWHERE, from, missing).read(handle));
        }
        return places;
    }

    private static TierSearch tier(Criteria criteria, Tier tier, @Nullable Place after, int limit) {
        return new TierSearch(criteria, tier, after, limit);
    }
}
