package cme.catalog.search;

import cme.catalog.activity.Viewer;
import cme.catalog.provider.ProviderCode;
import cme.catalog.search.SearchPosition.Tier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// The statements for one tier of a search. Only the criteria of the request become conditions, so
/// that the database can plan for them; values are always bound.
final class SearchSql {

    /// Up to this many hits are sorted faster than the list is read for them.
    static final int FEW = 600;

    private static final int GLANCE = 1_000;

    private static final String ORDER = "a.status_rank, a.title_key, a.code collate \"C\"";

    /// Approved, or retired after it was. An activity that the board retired instead of approving
    /// it stays a proposal to others.
    private static final String NO_PROPOSAL =
            "(a.status_rank = 1 or a.status_rank = 3"
                    + " and exists (select from approval p where p.activity = a.code))";

    private final Tier tier;
    private final List<String> beginning = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<String> filters = new ArrayList<>();
    private final List<String> approval = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    SearchSql(SearchCriteria criteria, Tier tier, @Nullable SearchPosition after, int limit) {
        this.tier = tier;
        values.put("limit", limit);
        visible(criteria.viewer());
        words(criteria.words());
        filter("a.provider = :provider", "provider", criteria.provider());
        filter("a.type = :type", "type", criteria.type());
        filter("a.status = :status", "status", criteria.status());
        approval(criteria);
        if (after != null) {
            beginning.add("(%s) > (:rank::smallint, :title, :code)".formatted(ORDER));
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
        where %s and %s and %s
        order by %s
        limit :limit
        """
                .formatted(all(beginning), all(words), all(filters), ORDER);
    }

    /// Searches only the next thousand of the list.
    String glance() {
        return """
        select a.code, a.status_rank, a.title_key
        from (
            select a.code, a.status_rank, a.title_key, a.title_words%s
            from activity a
            where %s
            order by %s
            limit %d) a
        where %s
        order by %s
        limit :limit
        """
                .formatted(
                        tier == Tier.TITLE ? "" : ", a.words",
                        all(beginning),
                        ORDER,
                        GLANCE,
                        all(words),
                        ORDER);
    }

    /// Sorts the hits when they are few; `hits` is how many there are, up to one more than that.
    String ofFew() {
        String index = tier == Tier.TITLE ? "a.title_words" : "a.words";
        return """
        with hit as materialized (
            select a.code, a.status_rank, a.title_key
            from activity a
            where word_starts(%s) @@ activity_start_query(:words) and %s and %s and %s
            limit %d)
        select a.*, count(*) over () as hits
        from hit a
        order by %s
        limit :limit
        """
                .formatted(index, all(beginning), all(words), all(filters), FEW + 1, ORDER);
    }

    /// Counts all that is found by both tiers, by provider, type, purpose and procedure. Only
    /// approvals that meet the criteria are counted.
    String facets() {
        return """
        with found as materialized (
            select a.code, a.provider, a.type
            from activity a
            where %s and %s and %s),
        approved as materialized (
            select p.* from approval p join found f on f.code = p.activity where %s),
        counted as (
            select 'provider' as facet, provider as value, count(*) as number from found group by provider
            union all
            select 'type', type, count(*) from found group by type
            union all
            select 'purpose', purpose, count(distinct activity) from approved group by purpose
            union all
            select 'procedure', code, count(distinct activity)
            from approved cross join unnest(procedures) as code group by code)
        select facet, value, number
        from (
            select *, row_number() over (partition by facet order by number desc, value) as place
            from counted) as ranked
        where place <= :limit
        order by facet, place
        """
                .formatted(
                        all(beginning),
                        values.containsKey("words")
                                ? "word_starts(a.words) @@ activity_start_query(:words)"
                                        + " and a.words @@ activity_query(:words)"
                                : "true",
                        all(filters),
                        all(approval));
    }

    Query bindTo(Query query) {
        return query.bindMap(values);
    }

    private static String all(List<String> conditions) {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    /// In the beginning, so that every statement has it. The index of the list has the rank.
    private void visible(Viewer viewer) {
        switch (viewer) {
            case Viewer.Board() -> {}
            case Viewer.Society(ProviderCode provider) -> {
                beginning.add("(%s or a.provider = :viewer)".formatted(NO_PROPOSAL));
                values.put("viewer", provider.value());
            }
            case Viewer.Anybody() -> beginning.add(NO_PROPOSAL);
        }
    }

    private void words(@Nullable String typed) {
        if (typed == null) {
            return;
        }
        values.put("words", typed);
        switch (tier) {
            case TITLE -> words.add("a.title_words @@ activity_query(:words)");
            case ELSEWHERE -> {
                words.add("a.words @@ activity_query(:words)");
                words.add("not a.title_words @@ activity_query(:words)");
            }
        }
    }

    private void approval(SearchCriteria criteria) {
        if (!criteria.asksForApproval()) {
            return;
        }
        if (criteria.purpose() != null) {
            approval.add("p.purpose = :purpose");
            values.put("purpose", criteria.purpose().name());
        }
        if (criteria.procedure() != null) {
            approval.add("p.procedures @> array[:procedure]::text[]");
            values.put("procedure", criteria.procedure().value());
        }
        if (criteria.on() != null) {
            approval.add("p.from_date <= :on and (p.until_date is null or p.until_date >= :on)");
            values.put("on", criteria.on());
        }
        filters.add(
                "exists (select from approval p where p.activity = a.code and %s)"
                        .formatted(all(approval)));
    }

    private void filter(String condition, String name, @Nullable Object value) {
        if (value != null) {
            filters.add(condition);
            values.put(name, value.toString());
        }
    }
}
