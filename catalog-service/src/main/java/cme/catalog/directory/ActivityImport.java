package cme.catalog.directory;

import cme.catalog.CatalogConfig;
import cme.catalog.activity.Activities;
import cme.catalog.activity.ActivityChange;
import cme.catalog.activity.ActivityCode;
import cme.catalog.activity.Description.Cap;
import cme.catalog.cap.CapAmounts;
import cme.catalog.directory.ImportView.RowView;
import cme.catalog.procedure.ProcedureNames;
import cme.catalog.provider.ProviderCode;
import cme.catalog.provider.ProviderNames;
import cme.chassis.database.LostRace;
import cme.chassis.database.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Imports rows in one transaction, so that an import is recorded whole or not at all. A row with
/// errors does not keep the others out. The number of statements grows with the number of batches,
/// not of rows.
@Singleton
class ActivityImport {

    /// Imports wait for each other, so that no two of them need each other's locks.
    private static final long LOCK = 0x434d455f494d50L;

    private final Transactions transactions;
    private final Activities activities;
    private final ProviderNames providers;
    private final ProcedureNames procedures;
    private final CapAmounts caps;
    private final int batchSize;
    private final Clock clock;

    ActivityImport(
            Transactions transactions,
            Activities activities,
            ProviderNames providers,
            ProcedureNames procedures,
            CapAmounts caps,
            CatalogConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.activities = activities;
        this.providers = providers;
        this.procedures = procedures;
        this.caps = caps;
        this.batchSize = config.imports().batchSize();
        this.clock = clock;
    }

    /// @param dryRun gives the same answer and records nothing
    ImportView run(List<ImportRow> rows, boolean dryRun, String by) {
        Function<Handle, ImportView> work = transaction -> write(transaction, rows, dryRun, by);
        if (!dryRun) {
            return transactions.call(work);
        }
        try {
            return transactions.dryRun(work);
        } catch (LostRace otherWasFirst) {
            return transactions.dryRun(work);
        }
    }

    private ImportView write(Handle transaction, List<ImportRow> rows, boolean dryRun, String by) {
        transaction.execute("select pg_advisory_xact_lock(?)", LOCK);
        // Everything is locked before the first batch is written, in the order of all transactions.
        Map<String, ProviderCode> known = providers.byCodeAndName(transaction);
        Set<String> existing = procedures.all(transaction);
        activities.lock(transaction, codes(rows));
        List<ImportRow> distinct = rejectRepeated(rows);
        var results = new ArrayList<RowView>();
        for (int from = 0; from < rows.size(); from += batchSize) {
            List<ImportRow> batch = distinct.subList(from, Math.min(rows.size(), from + batchSize));
            var context =
                    new ImportContext(
                            known,
                            existing,
                            activities.find(transaction, codes(batch)),
                            caps.settle(transaction, caps(batch)));
            var judge = new ImportJudge(context, clock.instant(), by);
            var changes = new ArrayList<ActivityChange>();
            for (ImportRow row : batch) {
                Verdict verdict = judge.judge(row);
                results.add(RowView.of(row, verdict));
                switch (verdict) {
                    case Verdict.Created(var change) -> changes.add(change);
                    case Verdict.Updated(var change) -> changes.add(change);
                    case Verdict.Unchanged _, Verdict.Rejected _ -> {}
                }
            }
            activities.record(transaction, changes);
        }
        return ImportView.of(dryRun, results);
    }

    private static List<String> codes(List<ImportRow> rows) {
        return rows.stream()
                .map(ImportRow::code)
                .filter(Objects::nonNull)
                .map(ActivityCode::value)
                .toList();
    }

    private static List<Cap> caps(List<ImportRow> batch) {
        return batch.stream().map(row -> row.draft().cap()).filter(Objects::nonNull).toList();
    }

    /// The second row of an activity in one import would make the result depend on their order.
    private static List<ImportRow> rejectRepeated(List<ImportRow> rows) {
        Map<ActivityCode, Integer> first = new HashMap<>();
        return rows.stream()
                .map(
                        row -> {
                            Integer before =
                                    row.code() == null
                                            ? null
                                            : first.putIfAbsent(row.code(), row.number());
                            return before == null ? row : row.repeating(before);
                        })
                .toList();
    }
}
