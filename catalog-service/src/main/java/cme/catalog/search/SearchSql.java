package cme.catalog.search;

import cme.catalog.search.Place.Tier;

import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The query for one tier of a search. Only criteria that are there become conditions, so that the
/// database plans for what is asked; values are always bound.
final class SearchSql {

    /// So many hits are sorted in less time than it takes to read the list for them.
    static final int FEW = 600;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    SearchSql(Criteria criteria, Tier tier, @Nullable Place after, int limit) {
        values.put("limit", limit);
        words(criteria.words(), tier);
        where("a.provider = :provider", "provider", text(criteria.provider()));
        where("a.type = :type", "type", text(criteria.type()));
        where("a.status = :status", "status", text(criteria.status()));
        approval(criteria);
        if (after != null) {
            conditions.add(
                    "(a.status_rank, a.title_key, a.code collate \"C\") > (:rank::smallint, :title, :code)");
            values.put("rank", after.statusRank());
            values.put("title", after.titleKey());
            values.put("code", after.code());
        }
    }

    /// Reads the list in its order until the page is full.
    String inOrder() {
        return """
                select a.code, a.status_rank, a.title_key
                from activity a
                where %s
                order by a.status_rank, a.title_key, a.code collate "C"
                limit :limit
                """
                .formatted(where());
    }

    /// Sorts the hits when they are few; `hits` is how many there are, up to one more than that.
    String ofFew() {
        return """
                with hit as materialized (
                    select a.code, a.status_rank, a.title_key
                    from activity a
                    where %s
                    limit %d)
                select hit.*, count(*) over () as hits
                from hit
                order by status_rank, title_key, code collate "C"
                limit :limit
                """
                .formatted(where(), FEW + 1);
    }

    private String where() {
        return conditions.isEmpty() ? "true" : String.join("\n  and ", conditions);
    }

    Query bindTo(Query query) {
        return query.bindMap(values);
    }

    private void words(@Nullable String words, Tier tier) {
        if (words == null) {
            return;
        }
        values.put("words", words);
        switch (tier) {
            case TITLE -> conditions.add("a.title_words @@ activity_query(:words)");
            case ELSEWHERE -> {
                conditions.add("a.words @@ activity_query(:words)");
                conditions.add("not a.title_words @@ activity_query(:words)");
            }
        }
    }

    private void approval(Criteria criteria) {
        if (!criteria.asksForApproval()) {
            return;
        }
        var approval =
                new StringBuilder("exists (select from approval p where p.activity = a.code");
        if (criteria.purpose() != null) {
            approval.append(" and p.purpose = :purpose");
            values.put("purpose", criteria.purpose().name());
        }
        if (criteria.procedure() != null) {
            approval.append(" and p.procedures @> array[:procedure]::text[]");
            values.put("procedure", criteria.procedure().value());
        }
        if (criteria.on() != null) {
            approval.append(
                    " and p.from_date <= :on and (p.until_date is null or p.until_date >= :on)");
            values.put("on", criteria.on());
        }
        conditions.add(approval.append(")").toString());
    }

    private void where(String condition, String name, @Nullable String value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
