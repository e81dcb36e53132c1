package cme.catalog.imports;

import cme.catalog.CatalogConfig;
import cme.catalog.activity.Cap;
import cme.catalog.imports.ImportView.RowView;
import cme.catalog.procedure.TracerProcedures;
import cme.catalog.provider.Providers;
import cme.catalog.register.Activities;
import cme.catalog.register.CapGroups;
import cme.catalog.register.LostRace;
import cme.catalog.register.Revision;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Imports rows in one transaction: all of it is recorded, or, when the service dies in the middle,
/// nothing. A row that is wrong does not keep the others out. The number of statements grows with
/// the number of batches, not of rows.
@Singleton
class ActivityImport {

    /// Imports wait for each other, so that two of them cannot hold what the other needs.
    private static final long LOCK = 0x434d455f494d50L;

    private final Jdbi jdbi;
    private final Activities activities;
    private final Providers providers;
    private final TracerProcedures procedures;
    private final CapGroups caps;
    private final CatalogConfig config;
    private final Clock clock;

    ActivityImport(
            Jdbi jdbi,
            Activities activities,
            Providers providers,
            TracerProcedures procedures,
            CapGroups caps,
            CatalogConfig config,
            Clock clock) {
        this.jdbi = jdbi;
        this.activities = activities;
        this.providers = providers;
        this.procedures = procedures;
        this.caps = caps;
        this.config = config;
        this.clock = clock;
    }

    /// @param dryRun gives the same answer and records nothing
    /// @param by who imports
    ImportView run(List<ImportRow> rows, boolean dryRun, String by) {
        try {
            return attempt(rows, dryRun, by);
        } catch (LostRace otherWasFirst) {
            return attempt(rows, dryRun, by);
        }
    }

    private ImportView attempt(List<ImportRow> rows, boolean dryRun, String by) {
        try (var handle = jdbi.open()) {
            handle.begin();
            handle.execute("select pg_advisory_xact_lock(?)", LOCK);
            var distinct = rejectRepeated(rows);
            var results = new ArrayList<RowView>();
            int size = config.imports().batchSize();
            for (int from = 0; from < rows.size(); from += size) {
                var batch = distinct.subList(from, Math.min(rows.size(), from + size));
                results.addAll(write(handle, batch, by));
            }
            if (dryRun) {
                handle.rollback();
            } else {
                handle.commit();
            }
            return ImportView.of(dryRun, results);
        }
    }

    private List<RowView> write(Handle transaction, List<ImportRow> batch, String by) {
        var judge = new Judge(known(transaction, batch), clock.instant(), by);
        var results = new ArrayList<RowView>();
        var revisions = new ArrayList<Revision>();
        for (var row : batch) {
            var verdict = judge.judge(row);
            results.add(RowView.of(row, verdict));
            switch (verdict) {
                case Verdict.Created(var revision) -> revisions.add(revision);
                case Verdict.Updated(var revision) -> revisions.add(revision);
                case Verdict.Unchanged _, Verdict.Rejected _ -> {}
            }
        }
        activities.save(transaction, revisions);
        return results;
    }

    private Known known(Handle transaction, List<ImportRow> batch) {
        var codes =
                batch.stream()
                        .map(ImportRow::code)
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .toList();
        var wanted =
                batch.stream()
                        .flatMap(row -> row.approvals().stream())
                        .flatMap(approval -> approval.procedures().stream())
                        .map(Object::toString)
                        .distinct()
                        .toList();
        var entries = activities.lock(transaction, codes);
        List<Cap> capped =
                batch.stream().map(row -> row.draft().cap()).filter(Objects::nonNull).toList();
        return new Known(
                providers.byCodeAndName(transaction),
                procedures.known(transaction, wanted),
                caps.settle(transaction, capped),
                entries);
    }

    /// The second row of an activity in one import would make the result depend on their order.
    private static List<ImportRow> rejectRepeated(List<ImportRow> rows) {
        Map<String, Integer> first = new HashMap<>();
        return rows.stream()
                .map(
                        row -> {
                            var code = row.code();
                            var before =
                                    code == null
                                            ? null
                                            : first.putIfAbsent(code.value(), row.number());
                            return before == null ? row : row.repeating(before);
                        })
                .toList();
    }
}
