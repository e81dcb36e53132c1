package cme.compliance.cycle;

import cme.chassis.database.Columns;
import cme.chassis.problem.Violation;
import cme.compliance.ComplianceConfig;
import cme.compliance.cycle.CycleImportView.ResultView;
import cme.compliance.record.Outcome;
import cme.compliance.record.Recording;
import cme.compliance.record.Revision.Recorded;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.DiplomateId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Records many cycles. A bad row never blocks the others; each row is judged as if it had been
/// sent alone, and replaces any cycle.
@Singleton
class CycleImport {

    private static final String ADD =
            """
            insert into cycle_revision (diplomate_id, revision, rule_set, start_year, certified_on,
                                        recorded_at, recorded_by)
            select diplomate, revision::int, rule_set, start_year::int, certified::date,
                   at::timestamptz, recorded_by
            from unnest(:diplomates::text[], :revisions::text[], :ruleSets::text[],
                        :startYears::text[], :certified::text[], :times::text[], :by::text[])
                as c (diplomate, revision, rule_set, start_year, certified, at, recorded_by)
            """;

    private static final Violation REPEATED =
            new Violation(
                    "/diplomateId",
                    "diplomate.repeated",
                    "An earlier row names the same diplomate; that one was taken.");

    private final Recording recording;
    private final CycleService cycles;
    private final int chunk;

    CycleImport(Recording recording, CycleService cycles, ComplianceConfig config) {
        this.recording = recording;
        this.cycles = cycles;
        this.chunk = config.imports().chunk();
    }

    /// @param rows in the order of the request
    /// @param dryRun to answer the same and record nothing
    CycleImportView record(List<CycleImportRow> rows, String by, boolean dryRun) {
        List<ResultView> results = new ArrayList<>(rows.size());
        Set<String> seen = new HashSet<>();
        for (int from = 0; from < rows.size(); from += chunk) {
            List<CycleImportRow> part = rows.subList(from, Math.min(rows.size(), from + chunk));
            results.addAll(part(part, seen, by, dryRun));
        }
        return CycleImportView.of(results, dryRun);
    }

    private List<ResultView> part(
            List<CycleImportRow> rows, Set<String> seen, String by, boolean dryRun) {
        List<ResultView> results = new ArrayList<>(rows.size());
        List<CycleImportRow> wellFormed = new ArrayList<>(rows.size());
        for (CycleImportRow row : rows) {
            if (!row.violations().isEmpty()) {
                results.add(ResultView.rejected(row, row.violations()));
            } else if (!seen.add(row.diplomateId())) {
                results.add(ResultView.rejected(row, List.of(REPEATED)));
            } else {
                wellFormed.add(row);
            }
        }
        if (!wellFormed.isEmpty()) {
            results.addAll(recordWellFormed(wellFormed, by, dryRun));
        }
        results.sort(Comparator.comparingInt(ResultView::row));
        return results;
    }

    private List<ResultView> recordWellFormed(
            List<CycleImportRow> rows, String by, boolean dryRun) {
        return recording.change(
                rows.stream().map(CycleImportRow::diplomate).collect(Collectors.toSet()),
                by,
                (transaction, records, changed) -> {
                    List<ResultView> results = new ArrayList<>(rows.size());
                    List<Recorded<DiplomateId, Cycle>> added = new ArrayList<>();
                    for (CycleImportRow row : rows) {
                        Outcome<DiplomateId, Cycle> outcome =
                                cycles.decide(transaction, row, records.get(row.diplomate()), by);
                        results.add(ResultView.of(row, outcome));
                        outcome.added().ifPresent(added::add);
                    }
                    if (!dryRun) {
                        add(transaction, added);
                        added.forEach(cycle -> changed.add(cycle.subject()));
                    }
                    return results;
                });
    }

    private static void add(Handle transaction, List<Recorded<DiplomateId, Cycle>> cycles) {
        transaction
                .createUpdate(ADD)
                .bind("diplomates", Columns.of(cycles, Recorded::subject))
                .bind("revisions", Columns.of(cycles, Recorded::number))
                .bind("ruleSets", Columns.of(cycles, c -> c.value().ruleSet()))
                .bind("startYears", Columns.of(cycles, c -> c.value().startYear()))
                .bind("certified", Columns.of(cycles, c -> c.value().certifiedOn()))
                .bind("times", Columns.of(cycles, Recorded::recordedAt))
                .bind("by", Columns.of(cycles, Recorded::recordedBy))
                .execute();
    }
}
