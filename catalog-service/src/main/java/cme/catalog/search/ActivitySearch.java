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

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds activities, first those found by title and code, then the others.
///
/// No score over everything found is needed. When the words are rare, the few hits are fetched and
/// sorted; when there are too many for that, they are frequent, and the list is read in its order
/// until the page is full. A cursor is a place in that order.
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
        return few(handle, criteria, sql, tier)
                .orElseGet(
                        () ->
                                sql.bindTo(handle.createQuery(sql.inOrder()))
                                        .map((row, _) -> place(tier, row))
                                        .list());
    }

    /// @return empty when there are too many to sort them
    private static Optional<List<Place>> few(
            Handle handle, Criteria criteria, SearchSql sql, Tier tier) {
        if (criteria.words() == null) {
            return Optional.empty();
        }
        record Hit(Place place, int hits) {}
        var hits =
                sql.bindTo(handle.createQuery(sql.ofFew()))
                        .map((row, _) -> new Hit(place(tier, row), row.getInt("hits")))
                        .list();
        return !hits.isEmpty() && hits.getFirst().hits() > SearchSql.FEW
                ? Optional.empty()
                : Optional.of(hits.stream().map(Hit::place).toList());
    }

    private static Place place(Tier tier, ResultSet row) throws SQLException {
        return new Place(
                tier,
                row.getShort("status_rank"),
                row.getString("title_key"),
                row.getString("code"));
    }
}
