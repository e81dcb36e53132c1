package cme.compliance.cycle;

import cme.chassis.problem.Violation;
import cme.compliance.ComplianceConfig;
import cme.compliance.cycle.CycleImportView.ResultView;
import cme.compliance.record.CycleRevision;
import cme.compliance.record.DiplomateRecord;
import cme.compliance.record.Outcome;
import cme.compliance.record.RecordEntries;
import cme.compliance.record.Recording;
import cme.compliance.rules.DiplomateId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Records many cycles. One bad row never blocks the others; each row is judged as if it had been
/// put alone, and replaces what is there.
@Singleton
class CycleImport {

    private final Recording recording;
    private final CycleService register;
    private final RecordEntries entries;
    private final int chunk;

    CycleImport(
            Recording recording,
            CycleService register,
            RecordEntries entries,
            ComplianceConfig config) {
        this.recording = recording;
        this.register = register;
        this.entries = entries;
        this.chunk = config.imports().chunk();
    }

    /// @param rows in the order of the request
    /// @param dryRun to answer the same and record nothing
    CycleImportView record(List<CycleImportRow> rows, String by, boolean dryRun) {
        var results = new ArrayList<ResultView>(rows.size());
        var seen = new HashSet<String>();
        for (int from = 0; from < rows.size(); from += chunk) {
            var part = rows.subList(from, Math.min(rows.size(), from + chunk));
            results.addAll(part(part, seen, by, dryRun));
        }
        return CycleImportView.of(results);
    }

    private List<ResultView> part(
            List<CycleImportRow> rows, Set<String> seen, String by, boolean dryRun) {
        var results = new ArrayList<ResultView>(rows.size());
        var sound = new ArrayList<CycleImportRow>(rows.size());
        for (var row : rows) {
            if (!row.violations().isEmpty()) {
                results.add(ResultView.rejected(row, row.violations()));
            } else if (!seen.add(row.diplomateId())) {
                results.add(ResultView.rejected(row, List.of(REPEATED)));
            } else {
                sound.add(row);
            }
        }
        if (!sound.isEmpty()) {
            var ids = sound.stream().map(CycleImportRow::diplomate).collect(Collectors.toSet());
            results.addAll(
                    recording.ofAll(
                            ids,
                            by,
                            (transaction, records, changed) ->
                                    decide(transaction, sound, records, changed, by, dryRun)));
        }
        results.sort((one, other) -> Integer.compare(one.row(), other.row()));
        return results;
    }

    private static final Violation REPEATED =
            new Violation(
                    "/diplomateId",
                    "diplomate.repeated",
                    "An earlier row names the same diplomate; that one was taken.");

    private List<ResultView> decide(
            Handle transaction,
            List<CycleImportRow> rows,
            Map<DiplomateId, DiplomateRecord> records,
            Set<DiplomateId> changed,
            String by,
            boolean dryRun) {
        var results = new ArrayList<ResultView>(rows.size());
        var added = new ArrayList<RecordEntries.NewCycle>();
        for (var row : rows) {
            var record = records.get(row.diplomate());
            var at = recording.nextInstant(record);
            var outcome = register.decide(record, row.request(), by, at, _ -> Optional.empty());
            results.add(ResultView.of(row, outcome));
            switch (outcome) {
                case Outcome.Created(CycleRevision now) ->
                        added.add(new RecordEntries.NewCycle(row.diplomate(), now));
                case Outcome.Replaced(CycleRevision now) ->
                        added.add(new RecordEntries.NewCycle(row.diplomate(), now));
                case Outcome.Unchanged<CycleRevision> _, Outcome.Refused<CycleRevision> _ -> {}
            }
        }
        if (!dryRun) {
            entries.addCycles(transaction, added);
            added.forEach(cycle -> changed.add(cycle.diplomate()));
        }
        return results;
    }
}
