package cme.catalog.search;

import cme.catalog.search.Place.Tier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads one tier of a search from a place on.
///
/// No score over everything found is needed. A glance at the beginning of the list tells how
/// frequent the words are: the page may be full already; frequent words fill it soon when one reads
/// on; the hits of rare ones are fetched by the index of words and sorted. Each way is short where
/// it is taken, and the answer is the same by all of them.
final class TierSearch {

    /// So many hits in a glance are [SearchSql#FEW] or more in a list of fifty thousand.
    private static final int FREQUENT = 12;

    private final Criteria criteria;
    private final Tier tier;
    private final int limit;
    private final SearchSql sql;

    TierSearch(Criteria criteria, Tier tier, @Nullable Place after, int limit) {
        this.criteria = criteria;
        this.tier = tier;
        this.limit = limit;
        this.sql = new SearchSql(criteria, tier, after, limit);
    }

    List<Place> read(Handle handle) {
        if (criteria.words() == null) {
            return places(handle, sql.inOrder());
        }
        if (criteria.isWordsOnly()) {
            var glanced = places(handle, sql.glance());
            if (glanced.size() == limit) {
                return glanced;
            }
            if (glanced.size() >= FREQUENT) {
                return places(handle, sql.inOrder());
            }
        }
        return few(handle).orElseGet(() -> places(handle, sql.inOrder()));
    }

    /// @return empty when there are too many to sort them
    private Optional<List<Place>> few(Handle handle) {
        record Hit(Place place, int hits) {}
        var hits =
                sql.bindTo(handle.createQuery(sql.ofFew()))
                        .map((row, _) -> new Hit(place(row), row.getInt("hits")))
                        .list();
        return !hits.isEmpty() && hits.getFirst().hits() > SearchSql.FEW
                ? Optional.empty()
                : Optional.of(hits.stream().map(Hit::place).toList());
    }

    private List<Place> places(Handle handle, String text) {
        return sql.bindTo(handle.createQuery(text)).map((row, _) -> place(row)).list();
    }

    private Place place(ResultSet row) throws SQLException {
        return new Place(
                tier,
                row.getShort("status_rank"),
                row.getString("title_key"),
                row.getString("code"));
    }
}
