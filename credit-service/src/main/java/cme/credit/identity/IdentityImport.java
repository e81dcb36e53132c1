package cme.credit.identity;

import cme.chassis.json.Fields;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;
import cme.chassis.problem.Violation;
import cme.chassis.table.ColumnKind;
import cme.chassis.table.TableColumns;
import cme.credit.identity.IdentityImportView.Result;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Adds and changes many identities at once, as the board's register exports them.
@Singleton
final class IdentityImport {
    static final TableColumns COLUMNS =
            new TableColumns(
                    Map.of(
                            "diplomateId", ColumnKind.IDENTIFIER,
                            "npi", ColumnKind.IDENTIFIER,
                            "givenName", ColumnKind.TEXT,
                            "familyName", ColumnKind.TEXT,
                            "birthMonthDay", ColumnKind.MONTH_DAY),
                    List.of(Set.of("diplomateId"), Set.of("familyName")),
                    Set.of());

    private static final int MAX_ROWS = 100_000;
    private static final int CHUNK_ROWS = 2_000;

    private final IdentityImportWriter writer;

    IdentityImport(IdentityImportWriter writer) {
        this.writer = writer;
    }

    /// A row that could be read.
    record Row(int number, String diplomateId, IdentityRequest request) {}

    /// Takes every row that is in order. Each chunk of rows is a transaction of its own: an import
    /// that was interrupted is completed by importing the same again.
    ///
    /// @param rows the fields of the next row; null after the last
    /// @param dryRun gives the same answer and records nothing
    IdentityImportView run(Supplier<@Nullable Fields> rows, String by, boolean dryRun) {
        Map<String, IdentityView> rehearsed = new HashMap<>();
        Function<Map<String, Row>, Map<String, Integer>> write =
                dryRun
                        ? chunk -> writer.rehearse(chunk, rehearsed)
                        : chunk -> writer.put(chunk, by);
        return run(rows, write, dryRun);
    }

    private static IdentityImportView run(
            Supplier<@Nullable Fields> rows,
            Function<Map<String, Row>, Map<String, Integer>> write,
            boolean dryRun) {
        List<Result> results = new ArrayList<>();
        Map<String, Row> chunk = new LinkedHashMap<>();
        int number = 0;
        for (Fields fields = rows.get(); fields != null; fields = rows.get()) {
            number++;
            if (number > MAX_ROWS) {
                throw tooManyRows();
            }
            Optional<Row> row = read(number, fields, results);
            if (chunk.size() == CHUNK_ROWS
                    || row.filter(r -> chunk.containsKey(r.diplomateId())).isPresent()) {
                store(chunk, results, write);
            }
            row.ifPresent(r -> chunk.put(r.diplomateId(), r));
        }
        store(chunk, results, write);
        return IdentityImportView.of(results, dryRun);
    }

    private static Optional<Row> read(int number, Fields fields, List<Result> results) {
        String diplomateId = fields.required("diplomateId", IdentityFields.diplomateId(fields));
        IdentityRequest request = IdentityRequest.read(fields);
        List<Violation> violations = fields.violations();
        if (!violations.isEmpty() || diplomateId == null) {
            results.add(Result.rejected(number, diplomateId, violations));
            return Optional.empty();
        }
        return Optional.of(new Row(number, diplomateId, request));
    }

    private static void store(
            Map<String, Row> chunk,
            List<Result> results,
            Function<Map<String, Row>, Map<String, Integer>> write) {
        if (!chunk.isEmpty()) {
            Map<String, Integer> revisions = write.apply(chunk);
            chunk.values().forEach(r -> results.add(Result.of(r, revisions.get(r.diplomateId()))));
            chunk.clear();
        }
    }

    private static InvalidRequest tooManyRows() {
        return new InvalidRequest(
                Problem.tooLarge(
                        "At most %d rows are taken at once; the rows before were taken."
                                .formatted(MAX_ROWS)));
    }
}
