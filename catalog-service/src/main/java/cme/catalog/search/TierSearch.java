package cme.catalog.search;

import cme.catalog.search.SearchPosition.Tier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads one tier of a search from a position on.
///
/// The search never scores all hits. It first reads the beginning of the list (a glance), which
/// tells how frequent the words are. The page may be full already. Frequent words fill it soon when
/// the list is read on. The hits of rare words are fetched by the word index and sorted. All three
/// ways give the same answer, and each is taken where it is fast.
final class TierSearch {

    /// This many hits in a glance mean [SearchSql#FEW] or more in a list of fifty thousand.
    private static final int FREQUENT = 12;

    private final SearchCriteria criteria;
    private final Tier tier;
    private final int limit;
    private final SearchSql sql;

    TierSearch(SearchCriteria criteria, Tier tier, @Nullable SearchPosition after, int limit) {
        this.criteria = criteria;
        this.tier = tier;
        this.limit = limit;
        this.sql = new SearchSql(criteria, tier, after, limit);
    }

    List<SearchPosition> read(Handle handle) {
        if (criteria.words() == null) {
            return places(handle, sql.inOrder());
        }
        if (criteria.isWordsOnly()) {
            List<SearchPosition> glanced = places(handle, sql.glance());
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
    private Optional<List<SearchPosition>> few(Handle handle) {
        record Hit(SearchPosition place, int hits) {}
        List<Hit> hits =
                sql.bindTo(handle.createQuery(sql.ofFew()))
                        .map((row, _) -> new Hit(place(row), row.getInt("hits")))
                        .list();
        return !hits.isEmpty() && hits.getFirst().hits() > SearchSql.FEW
                ? Optional.empty()
                : Optional.of(hits.stream().map(Hit::place).toList());
    }

    private List<SearchPosition> places(Handle handle, String text) {
        return sql.bindTo(handle.createQuery(text)).map((row, _) -> place(row)).list();
    }

    private SearchPosition place(ResultSet row) throws SQLException {
        return new SearchPosition(
                tier,
                row.getShort("status_rank"),
                row.getString("title_key"),
                row.getString("code"));
    }
}
