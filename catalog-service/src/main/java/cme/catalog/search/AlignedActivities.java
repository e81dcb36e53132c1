package cme.catalog.search;

import cme.catalog.activity.Activities;
import cme.catalog.activity.ActivityRevision;
import cme.catalog.activity.ActivityView;
import cme.catalog.procedure.ProcedureCode;
import cme.catalog.procedure.ProcedureModule;
import cme.chassis.http.Cursor;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Lists which activities are approved with which tracer procedures on a day, by module, procedure
/// and title.
@Singleton
class AlignedActivities {

    static final int CURSOR_PARTS = 4;

    /// Null means any.
    record Criteria(
            LocalDate on, @Nullable ProcedureModule module, @Nullable ProcedureCode procedure) {}

    private record Place(
            ProcedureModule module, String procedure, String name, String titleKey, String code) {

        Cursor cursor() {
            return Cursor.of(module.name(), procedure, titleKey, code);
        }
    }

    private static final String ORDER =
            """
            t.module collate "C", t.code collate "C", a.title_key, a.code collate "C"
            """;

    /// Several approvals of one activity may cover the day, hence `exists`. A retired activity is
    /// listed up to its last day.
    private static final String PLACES =
            """
            select t.module, t.code as procedure, t.name, a.title_key, a.code
            from tracer_procedure t
            join lateral (
                select distinct p.activity from approval p
                where p.procedures @> array[t.code]
                  and p.purpose = 'TRACER' and p.from_date <= :on
                  and (p.until_date is null or p.until_date >= :on)) aligned on true
            join activity a on a.code = aligned.activity
            where (a.retired_on is null or a.retired_on >= :on) and %s
            order by %s
            limit :limit
            """;

    private final Jdbi jdbi;
    private final Activities activities;

    AlignedActivities(Jdbi jdbi, Activities activities) {
        this.jdbi = jdbi;
        this.activities = activities;
    }

    Page<AlignedActivityView> find(Criteria criteria, PageRequest asked) {
        return jdbi.withHandle(
                handle -> {
                    Page<Place> page =
                            Page.of(places(handle, criteria, asked), asked, Place::cursor);
                    List<String> codes = page.items().stream().map(Place::code).distinct().toList();
                    Map<String, ActivityRevision> found = activities.find(handle, codes);
                    return page.map(
                            place ->
                                    new AlignedActivityView(
                                            place.module(),
                                            place.procedure(),
                                            place.name(),
                                            ActivityView.of(found.get(place.code()))));
                });
    }

    private static List<Place> places(Handle handle, Criteria criteria, PageRequest asked) {
        var conditions = new StringBuilder("true");
        if (criteria.module() != null) {
            conditions.append(" and t.module = :module");
        }
        if (criteria.procedure() != null) {
            conditions.append(" and t.code = :procedure");
        }
        if (asked.after() != null) {
            // The first part also keeps the procedures of earlier pages from being looked at.
            conditions
                    .append(" and (t.module collate \"C\", t.code collate \"C\") >=")
                    .append(" (:afterModule, :afterProcedure) and (")
                    .append(ORDER)
                    .append(") > (:afterModule, :afterProcedure, :afterTitle, :afterCode)");
        }
        Query query =
                handle.createQuery(PLACES.formatted(conditions, ORDER))
                        .bind("on", criteria.on())
                        .bind("limit", asked.rowsToFetch());
        return bound(query, criteria, asked.after())
                .map(
                        (row, _) ->
                                new Place(
                                        ProcedureModule.valueOf(row.getString("module")),
                                        row.getString("procedure"),
                                        row.getString("name"),
                                        row.getString("title_key"),
                                        row.getString("code")))
                .list();
    }

    private static Query bound(Query query, Criteria criteria, @Nullable Cursor after) {
        if (criteria.module() != null) {
            query.bind("module", criteria.module().name());
        }
        if (criteria.procedure() != null) {
            query.bind("procedure", criteria.procedure().value());
        }
        if (after != null) {
            query.bind("afterModule", after.part(0))
                    .bind("afterProcedure", after.part(1))
                    .bind("afterTitle", after.part(2))
                    .bind("afterCode", after.part(3));
        }
        return query;
    }
}
