package cme.catalog.search;

import cme.catalog.register.Activities;
import cme.catalog.register.ActivityView;
import cme.catalog.search.Place.Tier;
import cme.chassis.paging.Page;
import cme.chassis.paging.PageRequest;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Finds activities.
///
/// The order needs no score over everything found: the database reads the list in its order until
/// the page is full when the words are frequent, and sorts the few hits when they are rare. Both
/// stay far below a millisecond, and a cursor is a place in that order.
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
            places.addAll(tier(handle, criteria, Tier.TITLE, after, asked.rowsToFetch()));
        }
        int missing = asked.rowsToFetch() - places.size();
        if (criteria.words() != null && missing > 0) {
            var from = after == null || after.tier() == Tier.TITLE ? null : after;
            places.addAll(tier(handle, criteria, Tier.ELSEWHERE, from, missing));
        }
        return places;
    }

    private static List<Place> tier(
            Handle handle, Criteria criteria, Tier tier, @Nullable Place after, int limit) {
        var sql = new SearchSql(criteria, tier, after, limit);
        return sql.bindTo(handle.createQuery(sql.text()))
                .map(
                        (row, _) ->
                                new Place(
                                        tier,
                                        row.getShort("status_rank"),
                                        row.getString("title_key"),
                                        row.getString("code")))
                .list();
    }
}
