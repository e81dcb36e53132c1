package cme.compliance.record;

import static cme.compliance.diplomate.Rows.date;
import static cme.compliance.diplomate.Rows.dateOrNull;
import static cme.compliance.diplomate.Rows.instant;

import cme.compliance.diplomate.Diplomates;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The records of diplomates, read whole: four statements, however many diplomates.
@Singleton
public class Records {

    /// Every diplomate asked for is in the answer.
    public Map<DiplomateId, DiplomateRecord> of(Handle handle, Collection<DiplomateId> diplomates) {
        var ids = Diplomates.array(diplomates);
        var cycles = read(handle, ids, "cycle_revision", "revision", Records::cycle);
        var tracers = read(handle, ids, "tracer_revision", "due_year, revision", Records::tracer);
        var spans = read(handle, ids, "pathway_revision", "from_date, revision", Records::pathway);
        var decisions =
                read(
                        handle,
                        ids,
                        "decision_revision",
                        "requirement, due_year, revision",
                        Records::decision);
        var records = HashMap.<DiplomateId, DiplomateRecord>newHashMap(diplomates.size());
        for (var diplomate : diplomates) {
            var id = diplomate.value();
            records.put(
                    diplomate,
                    new DiplomateRecord(
                            cycles.getOrDefault(id, List.of()),
                            tracers.getOrDefault(id, List.of()),
                            spans.getOrDefault(id, List.of()),
                            decisions.getOrDefault(id, List.of())));
        }
        return records;
    }

    private interface Reader<R> {
        R read(ResultSet row) throws SQLException;
    }

    private static <R> Map<String, List<R>> read(
            Handle handle, String[] ids, String table, String order, Reader<R> reader) {
        var found = new HashMap<String, List<R>>();
        handle.createQuery(
                        "select * from "
                                + table
                                + " where diplomate_id = any(:ids) order by "
                                + order)
                .bind("ids", ids)
                .map((row, _) -> Map.entry(row.getString("diplomate_id"), reader.read(row)))
                .forEach(
                        r ->
                                found.computeIfAbsent(r.getKey(), _ -> new ArrayList<>())
                                        .add(r.getValue()));
        return found;
    }

    private static CycleRevision cycle(ResultSet row) throws SQLException {
        var cycle =
                new Cycle(
                        new RuleSet.Id(row.getString("rule_set")),
                        row.getInt("start_year"),
                        date(row, "certified_on"),
                        instant(row, "recorded_at"));
        return new CycleRevision(row.getInt("revision"), cycle, row.getString("recorded_by"));
    }

    private static TracerRevision tracer(ResultSet row) throws SQLException {
        int dueYear = row.getInt("due_year");
        var procedure = row.getString("procedure");
        var recordedAt = instant(row, "recorded_at");
        Tracer tracer =
                procedure == null
                        ? new Tracer.Removed(dueYear, recordedAt)
                        : new Tracer.Chosen(
                                dueYear,
                                new ProcedureCode(procedure),
                                dateOrNull(row, "completed_on"),
                                recordedAt);
        return new TracerRevision(row.getInt("revision"), tracer, row.getString("recorded_by"));
    }

    private static PathwayRevision pathway(ResultSet row) throws SQLException {
        var pathway = row.getString("pathway");
        var from = date(row, "from_date");
        var recordedAt = instant(row, "recorded_at");
        var span =
                pathway == null
                        ? null
                        : new Pathway.Span(
                                Pathway.valueOf(pathway),
                                from,
                                dateOrNull(row, "until_date"),
                                recordedAt);
        return new PathwayRevision(
                row.getInt("revision"),
                from,
                span,
                row.getString("reason"),
                recordedAt,
                row.getString("recorded_by"));
    }

    private static DecisionRevision decision(ResultSet row) throws SQLException {
        var verdict = row.getString("decision");
        var requirement = new Requirement.Id(row.getString("requirement"));
        int dueYear = row.getInt("due_year");
        var recordedAt = instant(row, "recorded_at");
        var decision =
                verdict == null
                        ? null
                        : new Decision(
                                requirement,
                                dueYear,
                                RulingKind.valueOf(verdict).ruling(dateOrNull(row, "until_date")),
                                row.getString("reason"),
                                recordedAt);
        return new DecisionRevision(
                row.getInt("revision"),
                new Finding.Key(requirement, dueYear),
                decision,
                recordedAt,
                row.getString("recorded_by"));
    }
}
