package cme.catalog.search;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import cme.catalog.activity.Activities;
import cme.catalog.activity.ActivityRevision;
import cme.catalog.activity.ActivityView;
import cme.catalog.search.SearchPosition.Tier;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Finds activities: first by title and code, then by other words. A cursor is a position in that
/// order.
@Singleton
class ActivitySearch {

    private final Jdbi jdbi;
    private final Activities activities;

    ActivitySearch(Jdbi jdbi, Activities activities) {
        this.jdbi = jdbi;
        this.activities = activities;
    }

    Page<ActivityView> find(SearchCriteria criteria, PageRequest asked) {
        return jdbi.withHandle(
                handle -> {
                    Page<SearchPosition> page =
                            Page.of(places(handle, criteria, asked), asked, SearchPosition::cursor);
                    List<String> codes = page.items().stream().map(SearchPosition::code).toList();
                    Map<String, ActivityRevision> entries = activities.find(handle, codes);
                    return page.map(place -> ActivityView.of(entries.get(place.code())));
                });
    }

    /// Counts everything that the criteria select.
    Facets facets(SearchCriteria criteria) {
        var sql = new SearchSql(criteria, Tier.TITLE, null, Facets.MAX_VALUES);
        Map<String, List<Facets.Count>> counts =
                jdbi.withHandle(
                        handle ->
                                sql.bindTo(handle.createQuery(sql.facets()))
                                        .map(
                                                (row, _) ->
                                                        Map.entry(
                                                                row.getString("facet"),
                                                                new Facets.Count(
                                                                        row.getString("value"),
                                                                        row.getLong("number"))))
                                        .collect(
                                                groupingBy(
                                                        Map.Entry::getKey,
                                                        mapping(Map.Entry::getValue, toList()))));
        return new Facets(
                counts.getOrDefault("provider", List.of()),
                counts.getOrDefault("type", List.of()),
                counts.getOrDefault("purpose", List.of()),
                counts.getOrDefault("procedure", List.of()));
    }

    private static List<SearchPosition> places(
            Handle handle, SearchCriteria criteria, PageRequest asked) {
        SearchPosition after = asked.after() == null ? null : SearchPosition.of(asked.after());
        var places = new ArrayList<SearchPosition>();
        if (after == null || after.tier() == Tier.TITLE) {
            places.addAll(tier(criteria, Tier.TITLE, after, asked.rowsToFetch()).read(handle));
        }
        int missing = asked.rowsToFetch() - places.size();
        if (criteria.words() != null && missing > 0) {
            SearchPosition from = after == null || after.tier() == Tier.TITLE ? null : after;
            places.addAll(tier(criteria, Tier.ELSEWHERE, from, missing).read(handle));
        }
        return places;
    }

    private static TierSearch tier(
            SearchCriteria criteria, Tier tier, @Nullable SearchPosition after, int limit) {
        return new TierSearch(criteria, tier, after, limit);
    }
}
