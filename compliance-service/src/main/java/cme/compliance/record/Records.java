package cme.compliance.record;

import static cme.compliance.diplomate.Rows.date;
import static cme.compliance.diplomate.Rows.dateOrNull;
import static cme.compliance.diplomate.Rows.instant;

import cme.compliance.diplomate.Diplomates;
import cme.compliance.person.Persons;
import cme.compliance.record.DiplomateRecord.PathwayRecord;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.Decision;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Finding;
import cme.compliance.rules.Pathway;
import cme.compliance.rules.ProcedureCode;
import cme.compliance.rules.Requirement;
import cme.compliance.rules.RuleSet;
import cme.compliance.rules.Tracer;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads the whole records of diplomates by five statements, however many diplomates there are.
@Singleton
public class Records {

    private final Persons persons;

    Records(Persons persons) {
        this.persons = persons;
    }

    /// Every diplomate asked for is in the answer.
    public Map<DiplomateId, DiplomateRecord> of(Handle handle, Collection<DiplomateId> diplomates) {
        String[] ids = Diplomates.array(diplomates);
        var cycles = new Table<>(handle, ids, "cycle_revision", "revision", Records::cycle);
        var tracers =
                new Table<>(handle, ids, "tracer_revision", "due_year, revision", Records::tracer);
        var pathways =
                new Table<>(
                        handle, ids, "pathway_revision", "from_date, revision", Records::pathway);
        var decisions =
                new Table<>(
                        handle,
                        ids,
                        "decision_revision",
                        "requirement, due_year, revision",
                        Records::decision);
        Map<DiplomateId, DiplomateId> mergedInto = persons.mergedInto(handle, diplomates);
        Map<DiplomateId, DiplomateRecord> records = HashMap.newHashMap(diplomates.size());
        for (DiplomateId id : diplomates) {
            records.put(
                    id,
                    new DiplomateRecord(
                            cycles.of(id),
                            tracers.of(id),
                            pathways.of(id),
                            decisions.of(id),
                            Optional.ofNullable(mergedInto.get(id))));
        }
        return records;
    }

    /// Reads the subject and the value of a row.
    private interface Reader<K, V> {
        Revision<K, V> read(ResultSet row, Instant recordedAt) throws SQLException;
    }

    /// The rows of one table.
    private static final class Table<K, V> {

        private final Map<String, List<Revision<K, V>>> found = new HashMap<>();

        Table(Handle handle, String[] ids, String table, String order, Reader<K, V> reader) {
            handle.createQuery(
                            "select * from "
                                    + table
                                    + " where diplomate_id = any(:ids) order by "
                                    + order)
                    .bind("ids", ids)
                    .map(
                            (row, _) ->
                                    Map.entry(
                                            row.getString("diplomate_id"),
                                            reader.read(row, instant(row, "recorded_at"))))
                    .forEach(
                            row ->
                                    found.computeIfAbsent(row.getKey(), _ -> new ArrayList<>())
                                            .add(row.getValue()));
        }

        History<K, V> of(DiplomateId diplomate) {
            return new History<>(found.getOrDefault(diplomate.value(), List.of()));
        }
    }

    private static <K, V> Revision<K, V> revision(
            ResultSet row, K subject, @Nullable V value, Instant recordedAt) throws SQLException {
        return Revision.stored(
                subject,
                row.getInt("revision"),
                value,
                value == null ? row.getString("reason") : null,
                recordedAt,
                row.getString("recorded_by"));
    }

    private static Revision<DiplomateId, Cycle> cycle(ResultSet row, Instant recordedAt)
            throws SQLException {
        var cycle =
                new Cycle(
                        new RuleSet.Id(row.getString("rule_set")),
                        row.getInt("start_year"),
                        date(row, "certified_on"),
                        recordedAt);
        var diplomate = new DiplomateId(row.getString("diplomate_id"));
        int number = row.getInt("revision");
        String by = row.getString("recorded_by");
        String reason = row.getString("reason");
        return reason == null
                ? new Revision.Recorded<>(diplomate, number, cycle, recordedAt, by)
                : new Revision.TakenBack<>(diplomate, number, cycle, reason, recordedAt, by);
    }

    private static Revision<Integer, Tracer.Chosen> tracer(ResultSet row, Instant recordedAt)
            throws SQLException {
        int dueYear = row.getInt("due_year");
        String procedure = row.getString("procedure");
        Tracer.Chosen chosen =
                procedure == null
                        ? null
                        : new Tracer.Chosen(
                                dueYear,
                                new ProcedureCode(procedure),
                                dateOrNull(row, "completed_on"),
                                recordedAt);
        return revision(row, dueYear, chosen, recordedAt);
    }

    private static Revision<LocalDate, PathwayRecord> pathway(ResultSet row, Instant recordedAt)
            throws SQLException {
        String pathway = row.getString("pathway");
        LocalDate from = date(row, "from_date");
        PathwayRecord recorded =
                pathway == null
                        ? null
                        : new PathwayRecord(
                                new Pathway.Span(
                                        Pathway.valueOf(pathway),
                                        from,
                                        dateOrNull(row, "until_date"),
                                        recordedAt),
                                row.getString("reason"));
        return revision(row, from, recorded, recordedAt);
    }

    private static Revision<Finding.Key, Decision> decision(ResultSet row, Instant recordedAt)
            throws SQLException {
        String ruling = row.getString("decision");
        var key =
                new Finding.Key(
                        new Requirement.Id(row.getString("requirement")), row.getInt("due_year"));
        Decision decision =
                ruling == null
                        ? null
                        : new Decision(
                                key.requirement(),
                                key.dueYear(),
                                RulingKind.valueOf(ruling).ruling(dateOrNull(row, "until_date")),
                                row.getString("reason"),
                                recordedAt);
        return revision(row, key, decision, recordedAt);
    }
}
