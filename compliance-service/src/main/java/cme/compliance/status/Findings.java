package cme.compliance.status;

import cme.compliance.diplomate.Diplomates;
import cme.compliance.diplomate.Rows;
import cme.compliance.rules.Amount;
import cme.compliance.rules.Credits;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Finding;
import cme.compliance.rules.FindingKey;
import cme.compliance.rules.RequirementId;
import cme.compliance.rules.State;
import cme.compliance.rules.StatusChange.Snapshot;
import cme.compliance.rules.Unit;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The findings of the stored answers, one a row, for lists and counts.
@Singleton
class Findings {

    /// What is no longer found goes, what is found comes; rows that say the same stay untouched.
    private static final String SAVE =
            """
            with found as (
                select * from unnest(:ids::text[], :requirements::text[], :dueYears::int[],
                    :deadlines::date[], :states::text[], :units::text[], :required::numeric[],
                    :earned::numeric[], :remaining::numeric[])
                    as f (diplomate_id, requirement, due_year, deadline, state, unit, required,
                          earned, remaining)),
            gone as (
                delete from finding g where g.diplomate_id = any(:diplomates)
                  and not exists (
                      select from found f where f.diplomate_id = g.diplomate_id
                        and f.requirement = g.requirement and f.due_year = g.due_year))
            insert into finding as g select * from found
            on conflict (diplomate_id, requirement, due_year) do update set
                deadline = excluded.deadline, state = excluded.state, unit = excluded.unit,
                required = excluded.required, earned = excluded.earned,
                remaining = excluded.remaining
            where (g.deadline, g.state, g.unit, g.required, g.earned, g.remaining)
                is distinct from (excluded.deadline, excluded.state, excluded.unit,
                                  excluded.required, excluded.earned, excluded.remaining)
            """;

    /// What was found of the diplomates before.
    Map<DiplomateId, List<Snapshot.Entry>> before(
            Handle handle, Collection<DiplomateId> diplomates) {
        var before = new HashMap<DiplomateId, List<Snapshot.Entry>>();
        handle.createQuery(
                        """
                        select diplomate_id, requirement, due_year, state, unit, earned from finding
                        where diplomate_id = any(:ids)
                        """)
                .bind("ids", Diplomates.array(diplomates))
                .map((row, _) -> Map.entry(row.getString("diplomate_id"), entry(row)))
                .forEach(
                        found ->
                                before.computeIfAbsent(
                                                new DiplomateId(found.getKey()),
                                                _ -> new ArrayList<>())
                                        .add(found.getValue()));
        return before;
    }

    private static Snapshot.Entry entry(ResultSet row) throws SQLException {
        var key =
                new FindingKey(
                        new RequirementId(row.getString("requirement")), row.getInt("due_year"));
        int quarters = Credits.of(row.getBigDecimal("earned")).quarters();
        return new Snapshot.Entry(
                key,
                State.valueOf(row.getString("state")),
                new Amount(Unit.valueOf(row.getString("unit")), quarters));
    }

    private record Row(DiplomateId diplomate, Finding finding) {}

    void save(Handle transaction, List<AssessedStatus> assessed) {
        var rows =
                assessed.stream()
                        .flatMap(
                                a ->
                                        a.status().findings().stream()
                                                .map(f -> new Row(a.status().diplomate(), f)))
                        .toList();
        transaction
                .createUpdate(SAVE)
                .bind(
                        "diplomates",
                        assessed.stream()
                                .map(a -> a.status().diplomate().value())
                                .toArray(String[]::new))
                .bind("ids", texts(rows, Row::diplomate))
                .bind("requirements", texts(rows, r -> r.finding().requirement()))
                .bind("dueYears", rows.stream().mapToInt(r -> r.finding().dueYear()).toArray())
                .bind("deadlines", texts(rows, r -> r.finding().deadline()))
                .bind("states", texts(rows, r -> r.finding().state()))
                .bind("units", texts(rows, r -> r.finding().unit()))
                .bind("required", texts(rows, r -> r.finding().required().toBigDecimal()))
                .bind("earned", texts(rows, r -> r.finding().earned().toBigDecimal()))
                .bind("remaining", texts(rows, r -> r.finding().remaining().toBigDecimal()))
                .execute();
    }

    private static String[] texts(List<Row> rows, Function<Row, Object> value) {
        return rows.stream().map(r -> Rows.text(value.apply(r))).toArray(String[]::new);
    }
}
